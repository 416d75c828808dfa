using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("UPDATE stories SET draft_section_id = (SELECT revisions.section_id FROM revisions WHERE revisions.id = stories.draft_id)");

            migrationBuilder.CreateTable(
                name: "desk",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    story_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    is_thrown_away = table.Column<bool>(type: "INTEGER", nullable: false),
                    cut = table.Column<int>(type: "INTEGER", nullable: false)
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

            // The words are cut before they come here, each once; what is typed is often shorter than three letters.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE desk_words USING fts5(words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE desk_words");
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
