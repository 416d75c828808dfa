using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "draft_section_id",
                table: "stories",
                type: "uuid",
                nullable: true);

            migrationBuilder.Sql("UPDATE stories SET draft_section_id = (SELECT revisions.section_id FROM revisions WHERE revisions.id = stories.draft_id)");

            migrationBuilder.CreateTable(
                name: "desk",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    story_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    is_thrown_away = table.Column<bool>(type: "boolean", nullable: false),
                    cut = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk", x => x.number);
                    table.ForeignKey(
                        name: "fk_desk_story_story_id",
                        column: x => x.story_id,
                        principalTable: "stories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stories_draft_section_id_state_thrown_away_at_id",
                table: "stories",
                columns: new[] { "draft_section_id", "state", "thrown_away_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_draft_section_id_thrown_away_at_id",
                table: "stories",
                columns: new[] { "draft_section_id", "thrown_away_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_desk_story_id",
                table: "desk",
                column: "story_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_desk_story_id_draft_id_state_is_thrown_away_cut",
                table: "desk",
                columns: new[] { "story_id", "draft_id", "state", "is_thrown_away", "cut" });

            // Each word stands alone, without places; without a list of what is pending, which would be gone through by every search.
            migrationBuilder.Sql("ALTER TABLE desk ADD COLUMN words tsvector");
            migrationBuilder.Sql("CREATE INDEX ix_desk_words ON desk USING gin (words) WITH (fastupdate = off)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk");

            migrationBuilder.DropIndex(
                name: "ix_stories_draft_section_id_state_thrown_away_at_id",
                table: "stories");

            migrationBuilder.DropIndex(
                name: "ix_stories_draft_section_id_thrown_away_at_id",
                table: "stories");

            migrationBuilder.DropColumn(
                name: "draft_section_id",
                table: "stories");
        }
    }
}
