package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.code;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.liveKey;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.userWithPassword;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deleted user: out of sight of every verb, owner of nothing, signed in nowhere. */
abstract class DeletionContract extends StoreContract {

    private static final Secret HASH = Secret.of("$argon2id$hash");
    private static final Instant LATER = after(Duration.ofMinutes(5));

    /** For those who extend it. */
    protected DeletionContract() {}

    @Test
    void a_deleted_user_is_found_by_nothing() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(done(tx -> tx.users().softDelete(id, LATER))).isTrue();
        assertThat(find(tx -> tx.users().byId(id))).isEmpty();
        assertThat(find(tx ->
                        tx.users().byKey(IdentifierKind.EMAIL, email("ana").key())))
                .isEmpty();
    }

    @Test
    @Tag("columns")
    void every_verb_refuses_a_deleted_user() {
        UserId id = write(tx -> tx.users().insert(userWithPassword("ana", HASH)));
        change(tx -> tx.users().softDelete(id, LATER));
        Secret other = Secret.of("$argon2id$other");
        SettingsJson next = SettingsJson.EMPTY.with("language", "es");

        assertThat(done(tx -> tx.users().claim(id, email("new"), FINE))).isFalse();
        assertThat(done(tx -> tx.users().recordLogin(id, FINE))).isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, HASH, FINE))).isFalse();
        assertThat(done(tx -> tx.users().upgradePassword(id, HASH, other))).isFalse();
        assertThat(done(tx -> tx.users().changePassword(id, other, null, FINE))).isFalse();
        assertThat(done(tx -> tx.users().resetPassword(id, other, FINE))).isFalse();
        assertThat(done(tx -> tx.users().replaceSettings(id, SettingsJson.EMPTY, next, FINE)))
                .isFalse();
        assertThat(done(tx -> tx.users().setActive(id, true, FINE))).isFalse();
        assertThat(done(tx -> tx.users().softDelete(id, FINE))).isFalse();
        assertThat(find(tx ->
                        tx.users().byKey(IdentifierKind.EMAIL, email("new").key())))
                .isEmpty();
    }

    @Test
    void the_identifiers_of_a_deleted_user_are_free() {
        List<IdentifierAssignment> claims = List.of(
                IdentifierAssignment.proven(email("ana"), T0),
                IdentifierAssignment.proven(phone("5511"), T0),
                new IdentifierAssignment(username("ana"), true, null));
        UserId first = write(tx -> tx.users().insert(user(claims, null)));
        change(tx -> tx.users().softDelete(first, LATER));
        UserId second = write(tx -> tx.users().insert(user(claims, null)));
        for (IdentifierAssignment claim : claims) {
            assertThat(find(tx -> tx.users()
                            .byKey(claim.identifier().kind(), claim.identifier().key())))
                    .map(stored -> stored.info().id())
                    .contains(second);
        }
    }

    @Test
    void the_sessions_of_a_deleted_user_end() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.sessions().insert(id, session("s1", T0)));
        change(tx -> tx.users().softDelete(id, LATER));
        assertThat(find(tx -> tx.sessions().byId(new SessionId("s1")))).isEmpty();
        assertThat(list(tx -> tx.sessions().live(id, LATER))).isEmpty();
        assertThat(done(tx -> tx.sessions().end(new SessionId("s1"), EndReason.LOGOUT, LATER)))
                .as("it has ended already")
                .isFalse();
    }

    @Test
    @Tag("columns")
    void the_codes_of_a_deleted_user_are_worth_nothing_and_make_room() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.codes().replace(code("c1", "ana", T0, id)));
        change(tx -> tx.users().softDelete(id, LATER));
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isEmpty();
        assertThat(done(tx -> tx.codes().spendAttempt("c1", LATER))).isFalse();
        assertThat(done(tx -> tx.codes().use("c1", LATER))).isFalse();
        change(tx -> tx.codes().replace(code("c2", "ana", LATER)));
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isPresent();
    }

    @Test
    void the_account_at_another_site_of_a_deleted_user_is_free() {
        assumeImports();
        Assumptions.assumeTrue(
                done(tx -> ImportTx.in(tx).inserts().keepsSocials()), "this store keeps no social accounts");
        SocialIdentity identity = new SocialIdentity("google", "110", "ana@example.com", true, null, null);
        for (String name : List.of("ana", "bea", "cleo")) {
            UserId id = write(tx -> tx.users().insert(user(name)));
            SocialIdentity second = new SocialIdentity("apple", "110", null, false, null, null);
            change(tx -> ImportTx.in(tx)
                    .inserts()
                    .insertSocials(List.of(
                            new NewSocial(id, identity, RowTimes.fresh(T0)),
                            new NewSocial(id, second, RowTimes.fresh(T0)))));
            change(tx -> tx.users().softDelete(id, LATER));
        }
        UserId last = write(tx -> tx.users().insert(user("dora")));
        NewSocial free = new NewSocial(last, identity, RowTimes.fresh(LATER));
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(free)));
    }

    @Test
    @Tag("keys")
    void other_users_keep_everything() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        change(tx -> {
            tx.profiles().insert(profile(bea, "home", T0));
            tx.sessions().insert(bea, session("s2", T0));
            tx.codes().replace(code("c2", "bea", T0, bea));
        });
        change(tx -> tx.users().softDelete(ana, LATER));
        assertThat(find(tx -> tx.users().byId(bea)).orElseThrow().profiles()).hasSize(1);
        assertThat(list(tx -> tx.sessions().live(bea, LATER))).hasSize(1);
        assertThat(find(tx -> tx.codes().live(liveKey("bea")))).isPresent();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void what_a_user_has_goes_over_to_another_user() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId shop = write(tx -> tx.profiles().insert(profile(ana, "shop", T0)));
        ProfileId old = write(tx -> tx.profiles().insert(profile(ana, "old", T0)));
        change(tx -> tx.profiles().delete(new Owned(ana, old), T0));
        change(tx -> tx.profiles().insert(profile(bea, "home", T0)));
        change(tx -> tx.users().moveOwned(ana, bea, Set.of("google"), LATER));
        assertThat(find(tx -> tx.users().byId(ana)).orElseThrow().profiles()).isEmpty();
        assertThat(find(tx -> tx.users().byId(bea)).orElseThrow().profiles())
                .hasSize(2)
                .filteredOn(each -> each.id().equals(shop))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.user()).isEqualTo(bea);
                    assertThat(moved.status().isDefault()).isFalse();
                });
        change(tx -> tx.users().softDelete(ana, LATER));
        assertThat(find(tx -> tx.users().byId(bea)).orElseThrow().profiles()).hasSize(2);
    }

    @Test
    @Tag("transactions")
    void a_deletion_that_is_rolled_back_leaves_user_and_sessions() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.sessions().insert(id, session("s1", T0)));
        assertThatThrownBy(() -> change(tx -> {
                    tx.users().softDelete(id, LATER);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(find(tx ->
                        tx.users().byKey(IdentifierKind.EMAIL, email("ana").key())))
                .isPresent();
        assertThat(list(tx -> tx.sessions().live(id, LATER))).hasSize(1);
    }

    @Test
    void a_user_who_comes_deleted_from_a_legacy_system_owns_nothing() {
        UserInfo.Status gone = new UserInfo.Status(true, false, false, FINE);
        NewUser imported = new NewUser(
                List.of(IdentifierAssignment.proven(email("ana"), T0)),
                HASH,
                gone,
                new UserInfo.Dates(T0, null, null),
                SettingsJson.EMPTY,
                new RowTimes(T0, FINE, FINE, false));
        UserId id = write(tx -> tx.users().insert(imported));
        assertThat(find(tx -> tx.users().byId(id))).isEmpty();
        UserId next = write(tx -> tx.users().insert(user("ana")));
        assertThat(find(tx ->
                        tx.users().byKey(IdentifierKind.EMAIL, email("ana").key())))
                .map(stored -> stored.info().id())
                .contains(next);
    }

    @Test
    void of_many_who_delete_the_same_user_one_wins() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(ParallelRun.winners(16, number -> write(tx -> tx.users().softDelete(id, LATER))))
                .isEqualTo(1);
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void profiles_and_devices_go_together_with_their_user() {
        StoreProbe probe = probe();
        Assumptions.assumeTrue(done(tx -> tx.devices().isMapped()), "this store keeps no devices");
        UserId id = write(tx -> tx.users().insert(user("ana")));
        ProfileId profile = write(tx -> tx.profiles().insert(profile(id, "home", T0)));
        DeviceId device = write(tx -> tx.devices().link(id, new DeviceInfo("ios", null, "token", null), T0));
        change(tx -> tx.users().softDelete(id, LATER));
        assertThat(probe.isDeleted(profile)).isTrue();
        assertThat(probe.isDeleted(device)).isTrue();
    }

    @Test
    @Tag("columns")
    void a_session_that_goes_with_its_user_says_why() {
        StoreProbe probe = probe();
        UserId id = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.sessions().insert(id, session("s1", T0)));
        change(tx -> tx.users().softDelete(id, LATER));
        assertThat(probe.endReason(new SessionId("s1"))).isEqualTo(EndReason.ACCOUNT_DELETED);
    }
}
