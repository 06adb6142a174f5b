package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An import of some of the people. */
final class ImportSampleTest extends ManageCommandsFixture {

    private static final Pattern RUN = Pattern.compile("(?m)^(\\S+)  finished");

    @Override
    void fill(Statement old) throws SQLException {
        for (int id = 1; id <= 200; id++) {
            // 7 and 107 have one address; 7 is the elder and keeps it
            String email = id == 107 ? "P7@example.com" : "p" + id + "@example.com";
            String phone = id == 107 ? "'+525512345678'" : "null";
            old.execute("insert into authentication_user values (" + id + ", '!', '" + email + "', 'name" + id + "', "
                    + phone + ", true, true, null, timestamp '2020-01-01 00:00:00' + interval '" + id + "' second)");
        }
    }

    @Test
    void a_share_takes_the_same_people_again_and_a_larger_one_contains_them() {
        assertThat(run(importing("plan", "--sample", "10%"))).isZero();
        assertThat(people()).isEmpty();
        assertThat(run(importing("--sample", "10%"))).isZero();
        Set<String> first = people();
        assertThat(first).hasSizeBetween(5, 40);
        assertThat(run(importing("--sample", "10%"))).isZero();
        assertThat(people()).isEqualTo(first);
        assertThat(run(importing("verify", "--sample", "10%")))
                .as(out.toString())
                .isZero();
        assertThat(run(importing("--sample", "50%"))).isZero();
        assertThat(people()).containsAll(first).hasSizeGreaterThan(first.size());
        assertThat(run(importing("verify", "--sample", "50%")))
                .as(out.toString())
                .isZero();
        assertThat(run(importing())).isZero();
        assertThat(people()).hasSize(200);
        assertThat(run(importing("verify"))).as(out.toString()).isZero();
    }

    @Test
    void the_first_few_come_and_a_rollback_takes_them_and_no_others() {
        assertThat(run(importing("--limit", "3"))).isZero();
        assertThat(people()).containsExactlyInAnyOrder("name1", "name2", "name3");
        assertThat(run(importing("--limit", "5", "--batch-size", "2"))).isZero();
        assertThat(people()).hasSize(5);
        assertThat(run("import", "rollback", "--run", latest(), "--yes"))
                .as(err.toString())
                .isZero();
        assertThat(people()).hasSize(3);
    }

    @Test
    void listed_people_come_alone_and_a_conflict_with_somebody_outside_is_told() throws Exception {
        Path list = Files.writeString(folder.resolve("ids"), "12\n# a friend\n107 # the younger\n\n");
        Path report = folder.resolve("report.json");
        assertThat(run(importing("--only", list.toString(), "--report", report.toString())))
                .isZero();
        assertThat(people()).containsExactlyInAnyOrder("name12", "name107");
        assertThat(Files.readString(report)).contains("identifier_outside_sample");
        assertThat(isHere(host.identifierRules().email("p7@example.com").orElseThrow()))
                .isFalse();
        assertThat(run(importing())).isZero();
        assertThat(run(importing("verify"))).as(out.toString()).isZero();
    }

    @Test
    void an_id_that_is_not_in_the_source_and_a_share_that_is_none_are_refused_before_anything_is_written()
            throws Exception {
        Path list = Files.writeString(folder.resolve("ids"), "12\n4711\n");
        assertThat(run(importing("--only", list.toString()))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("1 id(s)", "4711");
        assertThat(run(importing("--sample", "many"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run(importing("--sample", "0%"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run(importing("--limit", "0"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run(importing("--only", folder.resolve("none").toString()))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(people()).isEmpty();
    }

    @Test
    void a_plan_of_one_sample_is_not_the_plan_of_another() {
        String plan = folder.resolve("plan.json").toString();
        assertThat(run(importing("plan", "--sample", "10%", "--plan", plan))).isZero();
        assertThat(run(importing("--sample", "20%", "--plan", plan))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("the sample");
        assertThat(run(importing("--sample", "10%", "--plan", plan))).isZero();
    }

    /** The newest run that is there. */
    private String latest() {
        out.getBuffer().setLength(0);
        assertThat(run("import", "status")).isZero();
        Matcher found = RUN.matcher(out.toString());
        assertThat(found.find()).as(out.toString()).isTrue();
        return found.group(1);
    }

    /** User names of those who came. */
    private Set<String> people() {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(id -> "name" + id)
                .filter(name -> isHere(host.identifierRules().username(name).orElseThrow()))
                .collect(Collectors.toSet());
    }

    private boolean isHere(Identifier identifier) {
        return host.store
                .read(tx -> tx.users().byKey(identifier.kind(), identifier.key()))
                .isPresent();
    }
}
