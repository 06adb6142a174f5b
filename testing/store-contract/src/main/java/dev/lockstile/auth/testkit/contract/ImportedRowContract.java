package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that an import wrote are read whole, unless they were changed since. */
abstract class ImportedRowContract extends StoreContract {

    private static final Instant LATER = T0.plusSeconds(86_400);

    /** For those who extend it. */
    protected ImportedRowContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void users_whom_nobody_has_touched_are_read_whole_and_others_are_left_out() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        UserId cleo = write(tx -> tx.users().insert(user("cleo")));
        change(tx -> tx.users().recordLogin(bea, LATER));

        Map<String, NewUser> found =
                users(Map.of(ana.toString(), T0, bea.toString(), T0, cleo.toString(), T0, "no key", T0));

        assertThat(found).containsOnlyKeys(ana.toString(), cleo.toString());
        NewUser row = Objects.requireNonNull(found.get(ana.toString()));
        assertThat(row.claims()).containsExactly(IdentifierAssignment.proven(email("ana"), T0));
        assertThat(row.status()).isEqualTo(user("ana").status());
        assertThat(row.dates()).isEqualTo(user("ana").dates());
        assertThat(row.times().modifiedAt()).isEqualTo(T0);
        assertThat(users(Map.of())).isEmpty();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void profiles_are_read_with_their_owner_and_their_mark() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        NewProfile home = new NewProfile(
                ana,
                new Person("Ana", null, null, null, "OTHER"),
                new ProfileInfo.Status("MANAGER", true, true),
                "home",
                "p.png",
                SettingsJson.of("{\"theme\": \"dark\"}"),
                new RowTimes(T0, FINE, null, false));
        ProfileId id = write(tx -> tx.profiles().insert(home));
        ProfileId other = write(tx -> tx.profiles().insert(profile(ana, "work", T0)));

        assertThat(profiles(Map.of(id.toString(), FINE, other.toString(), FINE)))
                .isEqualTo(Map.of(id.toString(), home));
        assertThat(defaultProfiles(List.of(ana, new UserId(ana.key())))).isEqualTo(Map.of(ana, 1L));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_person_without_a_default_profile_is_not_counted() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.profiles().insert(profile(ana, "work", T0)));

        assertThat(defaultProfiles(List.of(ana))).isEmpty();
        assertThat(defaultProfiles(List.of())).isEmpty();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void devices_are_read_as_they_came_until_somebody_links_them_anew() {
        Assumptions.assumeTrue(done(tx -> tx.devices().isMapped()), "this store keeps no devices");
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        DeviceInfo info = new DeviceInfo("ios", "phone", "token-1", "push-1");
        RowTimes times = new RowTimes(T0, FINE, null, false);
        String id = write(
                        tx -> ImportTx.in(tx).inserts().insertDevices(List.of(new NewDevice(ana, info, LATER, times))))
                .get(0)
                .toString();

        assertThat(devices(Map.of(id, FINE))).isEqualTo(Map.of(id, new NewDevice(ana, info, LATER, times)));
        change(tx -> tx.devices().link(ana, info, LATER));
        assertThat(devices(Map.of(id, FINE))).isEmpty();
        assertThat(devices(Map.of())).isEmpty();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void accounts_at_other_sites_are_read_by_their_owner() {
        Assumptions.assumeTrue(
                done(tx -> ImportTx.in(tx).inserts().keepsSocials()), "this store keeps no social accounts");
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        SocialIdentity google = new SocialIdentity("google", "sub-1", "a@example.com", true, "p.png", FINE);
        RowTimes times = new RowTimes(T0, FINE, null, false);
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(new NewSocial(ana, google, times))));

        assertThat(list(tx -> ImportTx.in(tx).rows().socials(List.of(ana, bea))))
                .containsExactly(new NewSocial(ana, google, times));
        assertThat(list(tx -> ImportTx.in(tx).rows().socials(List.of(bea)))).isEmpty();
        assertThat(list(tx -> ImportTx.in(tx).rows().socials(List.of()))).isEmpty();
    }

    private Map<String, NewUser> users(Map<String, Instant> writtenAt) {
        return read(tx -> ImportTx.in(tx).rows().users(writtenAt));
    }

    private Map<String, NewProfile> profiles(Map<String, Instant> writtenAt) {
        return read(tx -> ImportTx.in(tx).rows().profiles(writtenAt));
    }

    private Map<String, NewDevice> devices(Map<String, Instant> writtenAt) {
        return read(tx -> ImportTx.in(tx).rows().devices(writtenAt));
    }

    private Map<UserId, Long> defaultProfiles(List<UserId> owners) {
        return read(tx -> ImportTx.in(tx).rows().defaultProfiles(owners));
    }
}
