package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Profiles: added on their own, read with their user. */
abstract class ProfileStoreContract extends StoreContract {

    /** For those who extend it. */
    protected ProfileStoreContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_profile_comes_back_as_added() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        Person person =
                new Person("Ana \uD83D\uDC69", "Jose\u0301", "N\u00FA\u00F1ez", LocalDate.of(2000, 2, 29), "FEMALE");
        NewProfile added = new NewProfile(
                ana,
                person,
                new ProfileInfo.Status("ADMIN", true, false),
                "work",
                "pictures/1.png",
                SettingsJson.of("{\"theme\": {\"dark\": true}}"),
                RowTimes.fresh(FINE));
        ProfileId id = write(tx -> tx.profiles().insert(added));
        assertThat(profiles(ana))
                .containsExactly(
                        new ProfileInfo(id, ana, person, added.status(), "work", "pictures/1.png", added.settings()));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_profile_with_nothing_filled_in_comes_back_empty() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.profiles().insert(profile(ana, "", T0)));
        ProfileInfo found = profiles(ana).get(0);
        assertThat(found.person()).isEqualTo(Person.UNKNOWN);
        assertThat(found.label()).isEmpty();
        assertThat(found.picture()).isNull();
    }

    @Test
    @Tag("keys")
    void profiles_come_oldest_first_and_with_every_way_of_reading_their_user() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.profiles().insert(profile(ana, "third", T0.plusSeconds(60))));
        change(tx -> tx.profiles().insert(profile(ana, "first", T0)));
        change(tx -> tx.profiles().insert(profile(ana, "second", T0.plusSeconds(1))));
        change(tx -> tx.sessions().insert(ana, session("s1", T0)));

        assertThat(profiles(ana)).extracting(ProfileInfo::label).containsExactly("first", "second", "third");
        assertThat(find(tx -> tx.users()
                                .byKey(IdentifierKind.EMAIL, email("ana").key()))
                        .orElseThrow()
                        .profiles())
                .isEqualTo(profiles(ana));
        assertThat(find(tx -> tx.sessions().byId(new SessionId("s1")))
                        .orElseThrow()
                        .user()
                        .profiles())
                .isEqualTo(profiles(ana));
    }

    @Test
    @Tag("keys")
    void a_user_sees_no_profile_of_somebody_else() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        change(tx -> tx.profiles().insert(profile(ana, "ana's", T0)));
        change(tx -> tx.profiles().insert(profile(bea, "bea's", T0)));
        assertThat(profiles(ana)).extracting(ProfileInfo::label).containsExactly("ana's");
        assertThat(profiles(bea)).extracting(ProfileInfo::label).containsExactly("bea's");
    }

    @Test
    void a_profile_that_comes_deleted_from_a_legacy_system_is_left_out() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        NewProfile gone = new NewProfile(
                ana,
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", false, true),
                "gone",
                null,
                SettingsJson.EMPTY,
                new RowTimes(T0, FINE, FINE, false));
        change(tx -> tx.profiles().insert(gone));
        change(tx -> tx.profiles().insert(profile(ana, "here", T0)));
        assertThat(profiles(ana)).extracting(ProfileInfo::label).containsExactly("here");
    }

    @Test
    @Tag("keys")
    @Tag("transactions")
    void user_and_first_profile_are_added_in_one_transaction() {
        UserId ana = store().join(tx -> {
            UserId id = tx.users().insert(user("ana"));
            tx.profiles().insert(profile(id, "home", T0));
            return id;
        });
        assertThat(profiles(ana)).hasSize(1);
    }

    @Test
    @Tag("keys")
    void the_text_of_a_key_stands_for_the_key() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ProfileId id = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        assertThat(store().profileId(id.toString())).contains(id);
    }

    @Test
    @Tag("columns")
    void settings_are_replaced_while_they_are_as_seen_and_in_the_own_profile_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId id = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        ProfileId other = write(tx -> tx.profiles().insert(profile(ana, "work", T0.plusSeconds(1))));
        SettingsJson first = SettingsJson.of("{\"theme\": \"dark\"}");
        SettingsJson second = SettingsJson.of("{\"theme\": \"light\"}");
        ProfileStore.Owned owned = new ProfileStore.Owned(ana, id);
        assertThat(done(tx -> tx.profiles().replaceSettings(owned, SettingsJson.EMPTY, first, FINE)))
                .isTrue();
        assertThat(done(tx -> tx.profiles().replaceSettings(owned, SettingsJson.EMPTY, second, FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().replaceSettings(new ProfileStore.Owned(bea, id), first, second, FINE)))
                .isFalse();
        assertThat(profiles(ana)).extracting(ProfileInfo::settings).containsExactly(first, SettingsJson.EMPTY);
        assertThat(done(tx -> tx.profiles().delete(new ProfileStore.Owned(ana, other), FINE)))
                .isTrue();
        assertThat(done(tx -> tx.profiles()
                        .replaceSettings(new ProfileStore.Owned(ana, other), SettingsJson.EMPTY, second, FINE)))
                .isFalse();
    }

    private List<ProfileInfo> profiles(UserId id) {
        return read(tx -> tx.users().byId(id)).orElseThrow().profiles();
    }
}
