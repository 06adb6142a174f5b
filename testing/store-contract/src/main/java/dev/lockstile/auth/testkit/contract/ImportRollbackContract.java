package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.code;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an import brought in is taken back, but for what was used since; skipped where a store keeps no ledger. */
abstract class ImportRollbackContract extends StoreContract {

    private static final Instant RUN_BEGAN = T0.plus(Duration.ofDays(30));
    private static final Instant LATER = RUN_BEGAN.plus(Duration.ofDays(1));

    /** For those who extend it. */
    protected ImportRollbackContract() {}

    @BeforeEach
    void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void the_entries_of_a_run_come_page_by_page_and_can_be_forgotten() {
        change(tx -> ImportTx.in(tx)
                .ledger()
                .insertAll(List.of(link("k1", "r1"), link("k3", "r1"), link("k2", "r1"), link("k4", "r2")), FINE));

        List<KeyedLegacyLink> first = list(tx -> ImportTx.in(tx).ledger().ofRun("r1", "", 2));
        List<KeyedLegacyLink> second =
                list(tx -> ImportTx.in(tx).ledger().ofRun("r1", first.get(1).linkKey(), 2));
        change(tx -> ImportTx.in(tx).sourceRows().keep(List.of(kept("k1"), kept("k3"))));
        change(tx -> ImportTx.in(tx).ledger().forget(List.of("k1", "k2")));

        assertThat(first).extracting(KeyedLegacyLink::linkKey).containsExactly("k1", "k2");
        assertThat(second).extracting(KeyedLegacyLink::linkKey).containsExactly("k3");
        assertThat(first.get(0).entry().localModifiedAt()).isEqualTo(FINE);
        Map<String, LegacyLinkInfo> left = read(tx -> tx.legacy().byKeys(List.of("k1", "k2", "k3", "k4")));
        assertThat(left).containsOnlyKeys("k3", "k4");
        assertThat(list(tx -> ImportTx.in(tx).sourceRows().ofSystem("django", "", 9)))
                .as("a source row goes with its entry")
                .containsExactly(kept("k3"));
    }

    private static ArchivedSourceRow kept(String key) {
        return new ArchivedSourceRow(key, "django", "r1", FINE, "v1.text");
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void an_untouched_user_goes_with_all_that_came_along() {
        UserId ana = arrived("ana");
        UserId bea = arrived("bea");
        ProfileId home = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        ProfileId other = write(tx -> tx.profiles().insert(profile(bea, "home", T0)));
        change(tx -> {
            if (tx.devices().isMapped()) {
                DeviceInfo phone = new DeviceInfo("ios", null, "token", null);
                ImportTx.in(tx).inserts().insertDevices(List.of(new NewDevice(ana, phone, T0, RowTimes.fresh(T0))));
            }
        });

        assertThat(takenBack(ana)).isTrue();

        assertThat(find(tx -> tx.users().byId(ana))).isEmpty();
        assertThat(owners(LinkedTable.USER, List.of(ana.toString(), bea.toString(), "?")))
                .isEqualTo(Map.of(bea.toString(), bea));
        assertThat(owners(LinkedTable.PROFILE, List.of(home.toString(), other.toString())))
                .isEqualTo(Map.of(other.toString(), bea));
        assertThat(takenBack(ana)).as("it is gone").isFalse();
        change(tx -> tx.users().insert(user("ana")));
    }

    @Test
    @Tag("columns")
    void an_untouched_user_goes_with_the_second_factors_that_came_along() {
        Assumptions.assumeTrue(done(tx -> tx.factors().totps().isMapped()), "this store keeps no second factors");
        UserId ana = arrived("ana");
        UserId bea = arrived("bea");
        change(tx -> List.of(ana, bea).forEach(user -> {
            TotpState totp = new TotpState("e-" + user, "sealed", "import", T0.plusSeconds(600));
            tx.factors().totps().begin(user, totp, T0);
            tx.factors().totps().confirm(user, totp.enrolmentId(), 7, T0);
            if (tx.factors().recoveryCodes().isMapped()) {
                tx.factors().recoveryCodes().replace(user, "set", List.of("digest-" + user), T0);
            }
        }));

        assertThat(takenBack(ana)).isTrue();

        assertThat(find(tx -> tx.users().byId(ana))).isEmpty();
        assertThat(find(tx -> tx.factors().totps().confirmed(ana))).isEmpty();
        assertThat(find(tx -> tx.factors().totps().confirmed(bea))).isPresent();
    }

    @Test
    @Tag("columns")
    void whoever_has_used_the_account_stays() {
        UserId loggedIn = arrived("ana");
        change(tx -> tx.users().recordLogin(loggedIn, LATER));
        UserId inSession = arrived("bea");
        change(tx -> tx.sessions().insert(inSession, session("s1", LATER)));
        UserId withCode = arrived("cleo");
        change(tx -> tx.codes().replace(code("c1", "cleo", LATER, withCode)));
        UserId renamed = arrived("dora");
        ProfileId profile = write(tx -> tx.profiles().insert(profile(renamed, "home", T0)));
        change(tx -> tx.profiles().describe(new ProfileStore.Owned(renamed, profile), Person.UNKNOWN, "work", LATER));
        UserId grown = arrived("eva");
        change(tx -> tx.profiles().insert(profile(grown, "second", LATER)));
        UserId gone = arrived("flor");
        change(tx -> tx.users().softDelete(gone, LATER));

        assertThat(List.of(loggedIn, inSession, withCode, renamed, grown, gone)).noneMatch(this::takenBack);

        assertThat(find(tx -> tx.users().byId(renamed)).orElseThrow().profiles())
                .hasSize(1);
    }

    @Test
    @Tag("columns")
    void what_came_newer_than_the_run_itself_is_no_sign_of_use() {
        UserId ana = arrived("ana");
        ProfileId profile = write(tx -> tx.profiles().insert(profile(ana, "from the year 9999", LATER)));
        LegacyOrigin origin = new LegacyOrigin("old", "profiles", "7", "r1", "f");
        change(tx -> ImportTx.in(tx)
                .ledger()
                .insertAll(List.of(new KeyedLegacyLink("p7", origin, profile.toString(), LATER)), FINE));

        assertThat(takenBack(ana)).isTrue();
    }

    @Test
    @Tag("columns")
    void a_spare_profile_is_removed_while_nobody_has_changed_it() {
        UserId ana = arrived("ana");
        ProfileId spare = write(tx -> tx.profiles().insert(profile(ana, "spare", T0)));
        ProfileId first = write(tx -> tx.profiles().insert(profile(ana, "first", T0)));
        change(tx -> tx.profiles().makeDefault(new ProfileStore.Owned(ana, first), T0));

        assertThat(removed(spare, LATER)).as("changed at another time").isFalse();
        assertThat(removed(spare, T0)).isTrue();
        assertThat(removed(spare, T0)).as("gone").isFalse();
        assertThat(removed(first, T0)).as("the default one").isFalse();
    }

    @Test
    void who_signs_in_while_the_user_is_taken_back_is_either_in_or_gone() {
        UserId ana = arrived("ana");

        List<Boolean> done = ParallelRun.run(
                16,
                number -> number % 2 == 0
                        ? takenBack(ana)
                        : write(tx -> tx.users().recordLogin(ana, LATER)));

        boolean back = false;
        boolean in = false;
        for (int i = 0; i < done.size(); i++) {
            back |= i % 2 == 0 && done.get(i);
            in |= i % 2 == 1 && done.get(i);
        }
        assertThat(back).isNotEqualTo(in);
        assertThat(find(tx -> tx.users().byId(ana)).isPresent()).isEqualTo(in);
    }

    private UserId arrived(String name) {
        UserId id = write(tx -> tx.users().insert(user(name)));
        LegacyOrigin origin = new LegacyOrigin("old", "users", name, "r1", "f");
        change(tx -> ImportTx.in(tx)
                .ledger()
                .insertAll(List.of(new KeyedLegacyLink("key-" + email(name).key(), origin, id.toString(), T0)), FINE));
        return id;
    }

    private Map<String, UserId> owners(LinkedTable part, List<String> refs) {
        return read(tx -> ImportTx.in(tx).ledger().owners(part, refs));
    }

    private boolean takenBack(UserId user) {
        return write(tx -> ImportTx.in(tx).written().takeBack(new ImportedAccount(user, T0, "r1", RUN_BEGAN)));
    }

    private boolean removed(ProfileId profile, Instant writtenAt) {
        return done(tx -> ImportTx.in(tx).written().removePart(LinkedTable.PROFILE, profile.toString(), writtenAt));
    }

    private static KeyedLegacyLink link(String key, String run) {
        return new KeyedLegacyLink(key, new LegacyOrigin("old", "users", key, run, "f"), "42", FINE);
    }
}
