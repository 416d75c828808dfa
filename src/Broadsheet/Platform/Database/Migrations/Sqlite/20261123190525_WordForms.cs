using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WordForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ads_txt",
                table: "paper",
                type: "TEXT",
                maxLength: 100000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "security_txt",
                table: "paper",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.Sql("CREATE TABLE search_words (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID");
            foreach (var index in new[] { "search_open", "search_whole" })
            {
                migrationBuilder.Sql($"CREATE VIRTUAL TABLE search_known USING fts5vocab('{index}', 'col')");
                migrationBuilder.Sql("INSERT OR IGNORE INTO search_words (word) SELECT term FROM search_known WHERE col <> 'tags' AND length(term) > 1 AND term >= ':'");
                migrationBuilder.Sql("DROP TABLE search_known");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_words");
            migrationBuilder.DropColumn(
                name: "ads_txt",
                table: "paper");

            migrationBuilder.DropColumn(
                name: "security_txt",
                table: "paper");
        }
    }
}
