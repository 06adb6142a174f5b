package dev.lockstile.auth.cutover.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class CohortTest {

    private static final Secret KEY = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final List<String> PEOPLE =
            IntStream.range(0, 20_000).mapToObj(i -> "person-" + i).toList();

    private final AtomicReference<Double> percent = new AtomicReference<>(0.0);
    private final Cohort cohort = Cohort.share(KEY, percent::get);

    private Set<String> members(double share) {
        percent.set(share);
        return members(cohort);
    }

    private static Set<String> members(Predicate<String> cohort) {
        return PEOPLE.stream().filter(cohort).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void a_share_is_what_it_says() {
        assertThat(members(0)).isEmpty();
        assertThat(members(-5)).isEmpty();
        assertThat(members(100)).hasSize(PEOPLE.size());
        assertThat(members(150)).hasSize(PEOPLE.size());
        assertThat(members(25).size() / (double) PEOPLE.size()).isCloseTo(0.25, within(0.02));
        assertThat(members(0.5).size() / (double) PEOPLE.size()).isCloseTo(0.005, within(0.003));
    }

    @Test
    void raising_it_takes_nobody_out_and_lowering_it_sends_the_last_ones_back() {
        Set<String> few = members(10);
        Set<String> more = members(40);
        assertThat(more).containsAll(few);
        assertThat(members(10)).isEqualTo(few);
    }

    @Test
    void nodes_with_one_key_agree_and_another_key_draws_other_people() {
        percent.set(50.0);
        assertThat(members(Cohort.share(KEY, percent::get))).isEqualTo(members(50));
        Set<String> others = members(Cohort.share(Secret.of("another-key-of-thirty-two-letters"), percent::get));
        assertThat(others).isNotEqualTo(members(50));
    }

    @Test
    void a_rule_adds_people_and_a_short_key_is_refused() {
        percent.set(0.0);
        assertThat(members(cohort.orRule("person-7"::equals))).containsExactly("person-7");
        assertThat(members(Cohort.rule("person-8"::equals))).containsExactly("person-8");
        assertThatThrownBy(() -> Cohort.share(Secret.of("short"), percent::get)).hasMessageContaining("32");
    }

    @Test
    void a_row_of_the_host_moves_the_share_while_it_runs_and_an_outage_leaves_it() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:share;DB_CLOSE_DELAY=-1");
        Sql.execute(database, "create table rollout (percent numeric(5, 2))");
        SettableClock clock = SettableClock.at("2026-12-01T12:00:00Z");
        StoredShare share = new StoredShare(database, "select percent from rollout", clock);
        assertThat(share.getAsDouble()).as("no row").isZero();
        Sql.execute(database, "insert into rollout values (12.5)");
        assertThat(share.getAsDouble()).as("believed for two seconds").isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(share.getAsDouble()).isEqualTo(12.5);
        Sql.execute(database, "drop table rollout");
        clock.advance(Duration.ofSeconds(2));
        assertThat(share.getAsDouble()).as("as it was").isEqualTo(12.5);
    }
}
