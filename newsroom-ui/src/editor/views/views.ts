import { Node, type NodeViewRendererProps } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import type { AtDesk, Desk } from '../desk.ts';
import { nodes } from '../model/nodes.ts';
import { comparisonView } from './comparison.ts';
import { figureView } from './figure.ts';
import { galleryView } from './gallery.ts';
import { backgroundView, embedView, factboxView, gateView, pullQuoteView, referenceView } from './simple.ts';

const views: Record<string, (props: NodeViewRendererProps, atDesk: AtDesk) => NodeView> = {
  figure: figureView,
  gallery: galleryView,
  comparison: comparisonView,
  embed: embedView,
  timeline: referenceView('timeline', ['topic', 'question']),
  whatWeKnow: referenceView('whatWeKnow', ['question']),
  background: backgroundView,
  gate: gateView,
  pullQuote: pullQuoteView,
  factbox: factboxView,
};

/** The nodes of the schema, those with more to them than text as they are seen and edited. */
export const viewedNodes = (desk: Desk) =>
  nodes.map((node) => {
    const view = views[node.name];
    return view && node instanceof Node ? node.extend({ addNodeView: () => (props) => view(props, { editor: props.editor, desk }) }) : node;
  });
