using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Scale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_story_topics_topic_id",
                table: "story_topics");

            migrationBuilder.DropIndex(
                name: "ix_stories_state_is_withheld_published_at_id",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "ix_bylines_author_id",
                table: "bylines");

            migrationBuilder.AddColumn<long>(
                name: "published_at",
                table: "story_topics",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "published_at",
                table: "bylines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE story_topics SET published_at = (SELECT stories.published_at FROM stories WHERE stories.id = story_topics.story_id)");
            migrationBuilder.Sql("UPDATE bylines SET published_at = (SELECT stories.published_at FROM stories WHERE stories.id = bylines.story_id)");

            migrationBuilder.CreateIndex(
                name: "ix_story_topics_published_at",
                table: "story_topics",
                column: "published_at",
                filter: "published_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_story_topics_topic_id_published_at_story_id",
                table: "story_topics",
                columns: new[] { "topic_id", "published_at", "story_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_state_is_withheld_published_at_id_updated_at",
                table: "stories",
                columns: new[] { "state", "is_withheld", "published_at", "id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_state_thrown_away_at_id",
                table: "stories",
                columns: new[] { "state", "thrown_away_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_thrown_away_at_id",
                table: "stories",
                columns: new[] { "thrown_away_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_story_id_live_id_cut",
                table: "search",
                columns: new[] { "story_id", "live_id", "cut" });

            migrationBuilder.CreateIndex(
                name: "ix_bylines_author_id_published_at_story_id",
                table: "bylines",
                columns: new[] { "author_id", "published_at", "story_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bylines_published_at",
                table: "bylines",
                column: "published_at",
                filter: "published_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_actor_id",
                table: "audit",
                columns: new[] { "actor", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_story_topics_published_at",
                table: "story_topics");

            migrationBuilder.DropIndex(
                name: "ix_story_topics_topic_id_published_at_story_id",
                table: "story_topics");

            migrationBuilder.DropIndex(
                name: "ix_stories_state_is_withheld_published_at_id_updated_at",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "ix_stories_state_thrown_away_at_id",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "ix_stories_thrown_away_at_id",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "ix_search_story_id_live_id_cut",
                table: "search");

            migrationBuilder.DropIndex(
                name: "ix_bylines_author_id_published_at_story_id",
                table: "bylines");

            migrationBuilder.DropIndex(
                name: "ix_bylines_published_at",
                table: "bylines");

            migrationBuilder.DropIndex(
                name: "ix_audit_actor_id",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "story_topics");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "bylines");

            migrationBuilder.CreateIndex(
                name: "ix_story_topics_topic_id",
                table: "story_topics",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_stories_state_is_withheld_published_at_id",
                table: "stories",
                columns: new[] { "state", "is_withheld", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bylines_author_id",
                table: "bylines",
                column: "author_id");
        }
    }
}
