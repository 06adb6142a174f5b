package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of every kind of column, from every kind of source, and what cannot come. */
abstract class ContentRowsContract extends ContentFixture {

    private static final String POSTS = """
            {
              "name": "posts", "table": "post",
              "columns": {"id": "id", "title": "title", "stars": "stars", "shown": "shown", "born": "day",
                          "picture": "picture", "place": "place.city"},
              "owners": {"author_id": "author"},
              "addresses": ["picture"],
              "prefixes": {"/media/": "https://cdn.example.org/m/", "/media/old/": "https://cdn.example.org/o/"}
            }
            """;
    private static final String ANA = "54a48f90206b659801000001";
    private static final String BEA = "54a49120de6fba3eeb000002";

    @BeforeEach
    void two_people() {
        host.execute("create table post (id varchar(20) primary key, author_id bigint not null references"
                + " auth_user(id), title varchar(10), stars integer, shown boolean, born date, picture varchar(200),"
                + " place varchar(50))");
        new Importing(host.store())
                .run(
                        lines(person(ANA, "5550001"), person(BEA, "5550002")),
                        new MongoPhoneOtpPreset(),
                        ImportOptions.defaults());
    }

    private static String person(String id, String phone) {
        return "{\"_id\": \"" + id + "\", \"username\": \"u" + phone + "\", \"phone_number\": \"808" + phone
                + "\", \"country_code\": \"1\", \"status_key\": 1, \"is_removed\": false}";
    }

    private static String post(String id, String author, String more) {
        return "{\"id\": \"" + id + "\", \"author\": \"" + author + "\"" + more + "}";
    }

    @Test
    void cells_become_what_the_columns_hold_and_the_longest_old_beginning_of_an_address_counts() {
        ImportReport report = run(
                POSTS,
                lines(
                        post(
                                "1",
                                ANA,
                                ", \"title\": \"Día\", \"stars\": \"5\", \"shown\": 1, \"day\":"
                                        + " {\"$date\": \"2016-04-07T23:06:42Z\"}, \"picture\": \"/media/a.jpg\", \"place\":"
                                        + " {\"city\": \"CDMX\", \"zip\": \"1\"}"),
                        post(
                                "2",
                                BEA,
                                ", \"picture\": \"/media/old/b c.jpg\", \"shown\": \"no\", \"day\": \"2020-02-29\""),
                        post("3", BEA, ", \"picture\": \"http://elsewhere.example/c.jpg\"")));
        assertThat(host.rows("select * from post order by id").toString())
                .contains("title=Día", "stars=5", "2016-04-07", "https://cdn.example.org/m/a.jpg", "place=CDMX")
                .contains("https://cdn.example.org/o/b c.jpg", "2020-02-29")
                .contains("http://elsewhere.example/c.jpg");
        assertThat(report.warnings()).containsEntry("address_kept", 1L);
        assertThat(host.count("select count(*) from post where shown = true")).isEqualTo(1);
    }

    @Test
    void what_a_column_cannot_hold_stays_out_with_the_column_and_comes_when_it_is_mended() {
        ImportReport report = run(
                POSTS,
                lines(
                        post("1", ANA, ", \"title\": \"longer than ten characters\""),
                        post("2", ANA, ", \"stars\": 1.5"),
                        post("3", ANA, ", \"shown\": \"perhaps\""),
                        post("4", ANA, ", \"day\": \"never\""),
                        post("5", "nobody", ""),
                        "{\"id\": \"6\", \"author\": null}",
                        post("7", BEA, ", \"title\": \"well\"")));
        assertThat(quarantine)
                .extracting(QuarantineEntry::legacyId, QuarantineEntry::reason)
                .containsExactlyInAnyOrder(
                        tuple("1", "store_refused"),
                        tuple("2", "store_refused"),
                        tuple("3", "store_refused"),
                        tuple("4", "store_refused"),
                        tuple("5", "orphan"),
                        tuple("6", "orphan"));
        assertThat(report.entities().get("posts").in(State.CREATED)).isEqualTo(1);
        assertThat(quarantine.toString()).doesNotContain("longer than ten characters");
        ImportReport again = run(POSTS, lines(post("1", ANA, ", \"title\": \"short\""), post("7", BEA, "")));
        assertThat(again.entities().get("posts").in(State.CREATED)).isEqualTo(1);
        assertThat(again.warnings()).containsEntry("changed_in_source", 1L);
        assertThat(host.rows("select title from post where id = '7'").toString())
                .contains("well");
    }

    @Test
    void a_row_that_the_database_refuses_does_not_keep_the_others_out() {
        host.execute("insert into post (id, author_id) select '2', min(id) from auth_user");
        ImportReport report = run(POSTS, lines(post("1", ANA, ""), post("2", ANA, ""), post("3", BEA, "")));
        assertThat(report.entities().get("posts").in(State.CREATED)).isEqualTo(2);
        assertThat(quarantine)
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("store_refused"));
    }

    @Test
    void two_runs_at_once_copy_each_row_once() throws Exception {
        String[] lines = IntStream.range(0, 200)
                .mapToObj(i -> post("p" + i, i % 2 == 0 ? ANA : BEA, ""))
                .toArray(String[]::new);
        lines(lines).close();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<ImportReport> one = () -> {
                try (Source source = Sources.file(folder.resolve("some.jsonl"))) {
                    return content(POSTS).run(source, ImportWatch.none());
                }
            };
            List<Future<ImportReport>> both = two.invokeAll(List.of(one, one));
            long created = 0;
            for (Future<ImportReport> report : both) {
                created += report.get().entities().get("posts").in(State.CREATED);
                assertThat(report.get().isClean()).isTrue();
            }
            assertThat(created).isEqualTo(200);
        } finally {
            two.shutdownNow();
        }
        assertThat(host.count("select count(*) from post")).isEqualTo(200);
    }

    @Test
    void csv_and_a_database_are_read_as_well() throws Exception {
        try (Source csv = Sources.file(Files.writeString(
                folder.resolve("posts.csv"),
                "id,author,title,stars,shown,day,picture,place.city\nc1," + ANA + ",Csv,3,true,2020-01-01,,\n"))) {
            assertThat(content(POSTS).run(csv, ImportWatch.none()).isClean()).isTrue();
        }
        host.execute(
                "create table old_post (no integer primary key, author varchar(30), title varchar(10), secret varchar(9))",
                "insert into old_post values (7, '" + ANA + "', 'Jdbc', 'x'), (8, '" + BEA + "', 'Two', 'y')");
        String mapping = "{\"name\": \"old\", \"from\": \"old_post\", \"id\": \"no\", \"table\": \"post\", \"columns\":"
                + " {\"id\": \"no\", \"title\": \"title\"}, \"owners\": {\"author_id\": \"author\"}}";
        try (Source jdbc = host.source()) {
            assertThat(content(mapping).run(jdbc, ImportWatch.none()).isClean()).isTrue();
        }
        assertThat(host.rows("select title from post order by id").toString())
                .isEqualTo("[{title=Jdbc}, {title=Two}, {title=Csv}]");
        try (Source jdbc = host.source()) {
            assertThatThrownBy(() ->
                            content(mapping.replace("\"title\"}", "\"titel\"}")).run(jdbc, ImportWatch.none()))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("no column titel");
        }
    }

    @Test
    void a_table_that_does_not_fit_is_refused_before_anything_is_written() {
        assertRefused(POSTS.replace("\"post\"", "\"posting\""), "");
        assertRefused(POSTS.replace("\"stars\": \"stars\"", "\"star\": \"stars\""), "no column star");
        assertRefused(POSTS.replace("\"id\": \"id\", ", ""), "does not fill id");
        assertRefused(POSTS.replace("\"post\"", "\"post; drop table post\""), "not the name of a table");
        assertRefused(POSTS.replace("\"owners\"", "\"owner\""), "unknown member: owner");
        assertRefused("[]", "no JSON object");
        assertThat(host.count("select count(*) from auth_import_run where preset = 'content'"))
                .isZero();
    }

    private void assertRefused(String mapping, String words) {
        assertThatThrownBy(() -> run(mapping, lines(post("1", ANA, "")))).hasMessageContaining(words);
    }

    @Test
    void accounts_are_not_taken_back_before_their_content() {
        run(POSTS, lines(post("1", ANA, "")));
        String people = host.rows("select run_id from auth_import_run where preset <> 'content'")
                .get(0)
                .get("run_id");
        RunRollback rollback = new RunRollback(host.store(), target(host).clock());
        assertThatThrownBy(() -> rollback.run(people, ImportWatch.none())).hasMessageContaining("came later");
    }

    @Test
    void a_broken_off_run_goes_on_where_it_was() {
        String[] lines =
                IntStream.range(0, 1100).mapToObj(i -> post("p" + i, ANA, "")).toArray(String[]::new);
        String broken = lines[1090];
        lines[1090] = "{ no json";
        assertThatThrownBy(() -> run(POSTS, lines(lines))).isInstanceOf(SourceUnusableException.class);
        assertThat(host.count("select count(*) from post")).isEqualTo(1080);
        lines[1090] = broken;
        try (Source source = lines(lines)) {
            ImportReport report =
                    content(POSTS).resume(source, ImportWatch.none()).orElseThrow();
            assertThat(report.entities().get("posts").in(State.CREATED)).isEqualTo(1100);
            assertThat(content(POSTS).resume(source, ImportWatch.none())).isEmpty();
        }
        assertThat(host.count("select count(*) from post")).isEqualTo(1100);
    }
}
