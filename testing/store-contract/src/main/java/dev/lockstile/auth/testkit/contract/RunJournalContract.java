package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journal of import runs, and the verbs that write many rows or fill what is empty. */
abstract class RunJournalContract extends StoreContract {

    /** For those who extend it. */
    protected RunJournalContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_run_comes_back_as_entered_and_as_marked() {
        ImportRunRow run = run("r1", 0);
        change(tx -> ImportTx.in(tx).runs().open(run));
        assertThat(find(tx -> ImportTx.in(tx).runs().run("r1"))).contains(run);
        assertThat(find(tx -> ImportTx.in(tx).runs().run("r2"))).isEmpty();
        assertThatThrownBy(() -> change(tx -> ImportTx.in(tx).runs().open(run))).isInstanceOf(KeyTakenException.class);

        assertThat(done(tx -> ImportTx.in(tx).runs().mark("r1", "finished", "{\"read\": 1}", T0.plusSeconds(9))))
                .isTrue();
        assertThat(done(tx -> ImportTx.in(tx).runs().mark("r1", "rolled_back", null, T0.plusSeconds(10))))
                .isTrue();
        assertThat(done(tx -> ImportTx.in(tx).runs().mark("r2", "finished", null, T0)))
                .isFalse();
        ImportRunRow marked = find(tx -> ImportTx.in(tx).runs().run("r1")).orElseThrow();
        assertThat(marked.state()).isEqualTo("rolled_back");
        assertThat(marked.report()).isEqualTo("{\"read\": 1}");
        assertThat(marked.finishedAt()).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    @Tag("columns")
    void a_report_is_rewritten_only_while_the_run_is_in_that_state() {
        change(tx -> ImportTx.in(tx).runs().open(run("r1", 0)));
        change(tx -> ImportTx.in(tx).runs().open(run("r2", 60)));
        assertThat(done(tx -> ImportTx.in(tx).runs().rewrite("r1", "finished", "{}")))
                .isFalse();
        change(tx -> ImportTx.in(tx).runs().mark("r1", "finished", "{\"read\": 1}", T0.plusSeconds(9)));
        assertThat(done(tx -> ImportTx.in(tx).runs().rewrite("r1", "finished", "{\"read\": 2}")))
                .isTrue();
        ImportRunRow rewritten = find(tx -> ImportTx.in(tx).runs().run("r1")).orElseThrow();
        assertThat(rewritten.report()).isEqualTo("{\"read\": 2}");
        assertThat(rewritten.state()).isEqualTo("finished");
        assertThat(rewritten.finishedAt()).isEqualTo(T0.plusSeconds(9));

        change(tx -> ImportTx.in(tx).runs().mark("r1", "rolled_back", null, T0.plusSeconds(10)));
        assertThat(done(tx -> ImportTx.in(tx).runs().rewrite("r1", "finished", "{\"read\": 3}")))
                .isFalse();
        assertThat(find(tx -> ImportTx.in(tx).runs().run("r1")).orElseThrow().report())
                .isEqualTo("{\"read\": 2}");
        assertThat(done(tx -> ImportTx.in(tx).runs().rewrite("r3", "finished", "{}")))
                .isFalse();
        assertThat(find(tx -> ImportTx.in(tx).runs().run("r2"))).contains(run("r2", 60));
    }

    @Test
    void a_run_that_is_taken_back_while_its_report_is_rewritten_is_taken_back() {
        change(tx -> ImportTx.in(tx).runs().open(run("r1", 0)));
        change(tx -> ImportTx.in(tx).runs().mark("r1", "finished", "{}", T0.plusSeconds(9)));
        ParallelRun.winners(
                16,
                number -> number == 0
                        ? done(tx -> ImportTx.in(tx).runs().mark("r1", "rolled_back", null, T0.plusSeconds(10)))
                        : done(tx -> ImportTx.in(tx).runs().rewrite("r1", "finished", "{\"n\": " + number + "}")));
        assertThat(find(tx -> ImportTx.in(tx).runs().run("r1")).orElseThrow().state())
                .isEqualTo("rolled_back");
    }

    @Test
    @Tag("columns")
    void the_latest_runs_come_first() {
        IntStream.range(0, 4).forEach(i -> change(tx -> ImportTx.in(tx).runs().open(run("r" + i, i))));
        assertThat(list(tx -> ImportTx.in(tx).runs().runs(3)))
                .extracting(ImportRunRow::runId)
                .containsExactly("r3", "r2", "r1");
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void chunks_and_held_rows_come_back_in_order() {
        change(tx -> {
            ImportTx.in(tx).runs().open(run("r1", 0));
            ImportTx.in(tx).runs().done("r1", new ImportChunk("users", 1, "{}"));
            ImportTx.in(tx).runs().done("r1", new ImportChunk("users", 0, "{\"n\": 1}"));
            ImportTx.in(tx).runs().done("r2", new ImportChunk("users", 0, "{}"));
            ImportTx.in(tx).runs().hold("r1", List.of(held("1"), held("2"), held("3")));
            ImportTx.in(tx).runs().hold("r1", List.of());
        });
        assertThat(list(tx -> ImportTx.in(tx).runs().chunks("r1")))
                .containsExactly(new ImportChunk("users", 0, "{\"n\": 1}"), new ImportChunk("users", 1, "{}"));
        assertThat(list(tx -> ImportTx.in(tx).runs().held("r1", 0, 2))).containsExactly(held("1"), held("2"));
        assertThat(list(tx -> ImportTx.in(tx).runs().held("r1", 2, 2))).containsExactly(held("3"));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void images_of_rows_are_kept_once_and_forgotten_with_time() {
        change(tx -> {
            ImportTx.in(tx).runs().open(run("r1", 0));
            ImportTx.in(tx).runs().open(run("r2", 60));
            ImportTx.in(tx).beforeImages().keep("r1", List.of(image("b"), image("a"), image("c")));
            ImportTx.in(tx).beforeImages().keep("r2", List.of(image("a")));
        });
        assertThatThrownBy(() -> change(tx -> ImportTx.in(tx).beforeImages().keep("r1", List.of(image("a")))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r1", "", 2)))
                .containsExactly(image("a"), image("b"));
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r1", "b", 2)))
                .containsExactly(image("c"));
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r1", List.of("c", "d"))))
                .containsExactly(image("c"));
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r1", List.of())))
                .isEmpty();

        change(tx -> ImportTx.in(tx).beforeImages().drop("r1", List.of("a")));
        assertThat(count(tx -> ImportTx.in(tx).beforeImages().drop(T0.plusSeconds(30))))
                .isEqualTo(2);
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r1", "", 9))).isEmpty();
        assertThat(list(tx -> ImportTx.in(tx).beforeImages().kept("r2", "", 9))).containsExactly(image("a"));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void of_an_entry_the_latest_row_is_kept_and_it_goes_with_the_entry() {
        change(tx -> {
            ImportTx.in(tx)
                    .sourceRows()
                    .keep(List.of(kept("b", "django", 1), kept("a", "django", 1), kept("c", "other", 1)));
            ImportTx.in(tx).sourceRows().keep(List.of());
            ImportTx.in(tx).sourceRows().keep(List.of(kept("b", "django", 2)));
        });
        assertThat(list(tx -> ImportTx.in(tx).sourceRows().ofSystem("django", "", 9)))
                .containsExactly(kept("a", "django", 1), kept("b", "django", 2));
        assertThat(list(tx -> ImportTx.in(tx).sourceRows().ofSystem("django", "", 1)))
                .containsExactly(kept("a", "django", 1));
        assertThat(list(tx -> ImportTx.in(tx).sourceRows().ofSystem("django", "a", 9)))
                .containsExactly(kept("b", "django", 2));
        assertThat(find(tx -> ImportTx.in(tx).sourceRows().byKey("c"))).contains(kept("c", "other", 1));
        assertThat(find(tx -> ImportTx.in(tx).sourceRows().byKey("d"))).isEmpty();

        assertThat(count(tx -> ImportTx.in(tx).sourceRows().drop(List.of("a", "d"))))
                .isEqualTo(1);
        assertThat(count(tx -> ImportTx.in(tx).sourceRows().drop(List.of()))).isZero();
        assertThat(list(tx -> ImportTx.in(tx).sourceRows().ofSystem("django", "", 9)))
                .containsExactly(kept("b", "django", 2));
    }

    @Test
    void of_many_who_do_the_same_chunk_one_wins() {
        int owners = ParallelRun.ownersOf(
                16, number -> change(tx -> ImportTx.in(tx).runs().done("r1", new ImportChunk("users", 7, "{}"))));
        assertThat(owners).isEqualTo(1);
    }

    @Test
    @Tag("keys")
    @Tag("transactions")
    void many_users_and_profiles_are_added_in_order_or_not_at_all() {
        List<NewUser> users =
                IntStream.range(0, 120).mapToObj(i -> user("many" + i)).toList();
        List<UserId> ids = write(tx -> ImportTx.in(tx).inserts().insertUsers(users));
        assertThat(ids).hasSize(120).doesNotHaveDuplicates();
        assertThat(find(tx -> tx.users().byId(ids.get(77)))
                        .orElseThrow()
                        .info()
                        .identifiers()
                        .email()
                        .value())
                .contains("many77");
        change(tx -> ImportTx.in(tx)
                .inserts()
                .insertProfiles(ids.stream().map(id -> profile(id)).toList()));
        assertThat(find(tx -> tx.users().byId(ids.get(119))).orElseThrow().profiles())
                .hasSize(1);

        List<NewUser> again = List.of(user("fresh"), user("many3"));
        assertThatThrownBy(() -> change(tx -> ImportTx.in(tx).inserts().insertUsers(again)))
                .isInstanceOf(KeyTakenException.class);
        change(tx -> tx.users().insert(user("fresh")));
    }

    @Test
    @Tag("columns")
    void completing_fills_what_is_empty_and_leaves_what_is_there() {
        NewUser ana = user("ana");
        NewUser bare = new NewUser(List.of(), null, ana.status(), ana.dates(), ana.settings(), ana.times());
        UserId id = write(tx -> tx.users().insert(bare));
        change(tx -> tx.profiles().insert(profile(id)));
        change(tx -> ImportTx.in(tx).written().complete(id, ana.claims(), Secret.of("$hash-1")));
        change(tx -> ImportTx.in(tx).written().complete(id, user("bea").claims(), Secret.of("$hash-2")));
        change(tx -> ImportTx.in(tx)
                .written()
                .completeDefaultProfile(id, new Person("Ana", null, null, null, null), "MANAGER"));
        change(tx -> ImportTx.in(tx)
                .written()
                .completeDefaultProfile(id, new Person("Bea", "Ruiz", null, null, null), "ADMIN"));

        StoredUser found = find(tx -> tx.users().byId(id)).orElseThrow();
        assertThat(found.passwordHash()).isEqualTo(Secret.of("$hash-1"));
        assertThat(found.info().identifiers().email().value()).contains("ana");
        assertThat(found.profiles().get(0).person().firstName()).isEqualTo("Ana");
        assertThat(found.profiles().get(0).person().lastName1()).isEqualTo("Ruiz");
        assertThat(found.profiles().get(0).status().role()).isEqualTo("MANAGER");
    }

    private static NewProfile profile(UserId user) {
        return new NewProfile(
                user,
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", true, true),
                "",
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(T0));
    }

    private static ImportRunRow run(String id, int second) {
        return new ImportRunRow(id, "django", "django", "old", "{}", "running", T0.plusSeconds(second), null, null);
    }

    private static BeforeImage image(String key) {
        return new BeforeImage(key, "print", T0, "{}");
    }

    private static ArchivedSourceRow kept(String key, String system, int second) {
        return new ArchivedSourceRow(key, system, "r" + second, T0.plusSeconds(second), "v1.text-" + second);
    }

    private static QuarantinedRow held(String id) {
        return new QuarantinedRow("users", id, "no_identifier", "", "n*** (9 characters)");
    }
}
