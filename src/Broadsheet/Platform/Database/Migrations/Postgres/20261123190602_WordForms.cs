using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Postgres
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
                type: "character varying(100000)",
                maxLength: 100000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "security_txt",
                table: "paper",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            // In the order of bytes: a word is looked for by its beginning. Tags begin with #, words of the head once more with ^.
            migrationBuilder.Sql("CREATE TABLE search_words (word text COLLATE \"C\" NOT NULL PRIMARY KEY)");
            foreach (var index in new[] { "open", "whole" })
            {
                migrationBuilder.Sql($"INSERT INTO search_words (word) SELECT word FROM ts_stat('SELECT {index} FROM search WHERE {index} IS NOT NULL') WHERE length(word) > 1 AND word COLLATE \"C\" >= ':' AND word NOT LIKE '^%' ON CONFLICT DO NOTHING");
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
