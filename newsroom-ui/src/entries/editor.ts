// What the page of one story loads besides.
import './editor.css';
import '../editor/story-editor.ts';
