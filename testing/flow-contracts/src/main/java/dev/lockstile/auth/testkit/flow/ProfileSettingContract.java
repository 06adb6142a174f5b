package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typed settings of profiles: each profile has its own, beside those of its user. */
abstract class ProfileSettingContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final SettingKey<Boolean> PREMIUM = SettingKey.bool("is_premium_member", false);
    private static final SettingKey<LocalDate> UNTIL =
            SettingKey.date("premium_until", LocalDate.EPOCH).shownToOwner();
    private static final SettingKey<String> THEME =
            SettingKey.choice("theme", "auto", "auto", "dark", "light").changedByOwner();
    private static final SettingKey<Long> SEATS = SettingKey.number("seats", 1, 50, 1);

    private Auth auth;
    private Caller ana;
    private Owned home;
    private Owned work;

    /** For those who extend it. */
    protected ProfileSettingContract() {}

    @BeforeEach
    final void hostWithSettings() {
        fixture.member(ANA);
        auth = fixture.nodeWith(builder -> builder.userSettings(SEATS).profileSettings(PREMIUM, UNTIL, SEATS, THEME));
        ana = fixture.caller(fixture.signedIn(ANA));
        ProfileInfo added = auth.profiles()
                .create(ana, new Profiles.Draft(Person.UNKNOWN, "work"))
                .orElseThrow();
        work = new Owned(ana.user(), added.id());
        home = auth.ownAccount().me(ana).orElseThrow().profiles().stream()
                .filter(profile -> !profile.id().equals(added.id()))
                .map(profile -> new Owned(ana.user(), profile.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_setting_is_of_one_profile_and_not_of_its_user_or_another_profile() {
        LocalDate end = LocalDate.of(2027, 1, 31);
        assertThat(auth.profileSettings().set(work, UNTIL, end)).isTrue();
        assertThat(auth.profileSettings().set(work, SEATS, 12L)).isTrue();
        assertThat(of(work).get(UNTIL)).isEqualTo(end);
        assertThat(of(home).find(UNTIL)).isEmpty();
        assertThat(auth.userSettings().of(ana.user()).orElseThrow().find(SEATS)).isEmpty();
        assertThat(auth.profileSettings().set(work, SEATS, null)).isTrue();
        assertThat(of(work).get(SEATS)).isEqualTo(1L);
        assertThat(of(work).get(UNTIL)).isEqualTo(end);
    }

    @Test
    void what_an_import_has_put_there_is_read_by_its_key_and_the_rest_stays() {
        String imported = "{\"profile_visibility\": \"friends\", \"is_premium_member\": true, \"x\": [1, 2.50]}";
        fixture.store.alone(tx -> tx.profiles()
                .replaceSettings(home, of(home).settings(), SettingsJson.of(imported), fixture.clock.instant()));
        assertThat(of(home).get(PREMIUM)).isTrue();
        auth.profileSettings().set(home, UNTIL, LocalDate.of(2027, 1, 31));
        assertThat(of(home).settings().text()).contains("\"x\": [1, 2.50]", "\"is_premium_member\": true");
    }

    @Test
    void a_profile_of_somebody_else_or_of_a_deleted_account_is_not_there() {
        fixture.member("bea@acme.example");
        Caller bea = fixture.caller(fixture.signedIn("bea@acme.example"));
        Owned foreign = new Owned(bea.user(), work.id());
        assertThat(auth.profileSettings().of(foreign)).isEmpty();
        assertThat(auth.profileSettings().set(foreign, PREMIUM, true)).isFalse();
        assertThat(of(work).get(PREMIUM)).isFalse();
        auth.admin().delete(ana.user());
        assertThat(auth.profileSettings().of(work)).isEmpty();
        assertThat(auth.profileSettings().set(work, PREMIUM, true)).isFalse();
    }

    @Test
    void many_profiles_are_set_once_and_the_second_call_writes_nothing() {
        List<Owned> both = List.of(home, work);
        assertThat(auth.profileSettings().setAll(both, PREMIUM, true)).isEqualTo(2);
        assertThat(auth.profileSettings().setAll(both, PREMIUM, true)).isZero();
        assertThat(of(home).get(PREMIUM)).isTrue();
    }

    @Test
    void a_value_out_of_bounds_a_key_of_users_and_an_object_too_long_are_refused() {
        assertThatThrownBy(() -> auth.profileSettings().set(work, SEATS, 51L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seats");
        assertThatThrownBy(() -> auth.profileSettings().set(work, SettingKey.bool("beta", false), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("profileSettings");
        String filler = "{\"x\": \"" + "x".repeat(SettingsJson.COLUMN_LENGTH - 12) + "\"}";
        fixture.store.alone(tx -> tx.profiles()
                .replaceSettings(work, of(work).settings(), SettingsJson.of(filler), fixture.clock.instant()));
        assertThatThrownBy(() -> auth.profileSettings().set(work, PREMIUM, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void changes_of_different_settings_at_once_are_all_kept() throws Exception {
        List<Callable<?>> changes = List.of(
                () -> auth.profileSettings().set(work, PREMIUM, true),
                () -> auth.profileSettings().set(work, SEATS, 7L),
                () -> changed(ana, HostValues.of("theme", "light")),
                () -> auth.profileSettings().set(work, UNTIL, LocalDate.of(2027, 1, 31)));
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            changes.forEach(change -> running.add(threads.submit(change)));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(of(work).get(PREMIUM)).isTrue();
        assertThat(of(work).get(SEATS)).isEqualTo(7L);
        assertThat(of(work).get(THEME)).isEqualTo("light");
        assertThat(of(work).get(UNTIL)).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void a_change_that_another_transaction_overtook_is_not_told_as_made() {
        assertThat(auth.profileSettings().set(work, SEATS, 7L)).isTrue();
        Auth late = new FlowFixture(LateReplacement.over(fixture.store))
                .nodeWith(builder -> builder.profileSettings(PREMIUM, UNTIL, SEATS));
        assertThat(late.profileSettings().set(work, SEATS, 7L)).isTrue();
        assertThatThrownBy(() -> late.profileSettings().set(work, SEATS, 8L))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(of(work).get(SEATS)).isEqualTo(7L);
    }

    @Test
    void the_owner_changes_what_the_host_lets_in_one_profile() {
        assertThat(changed(ana, HostValues.of("theme", "dark")).orElseThrow().get(THEME))
                .isEqualTo("dark");
        assertThat(auth.profileSettings().own(ana, work.id()).orElseThrow().get(THEME))
                .isEqualTo("dark");
        assertThat(of(home).find(THEME)).isEmpty();
        for (String closed : List.of("seats", "premium_until", "nothing")) {
            assertThatThrownBy(() -> changed(ana, HostValues.of(closed, true)))
                    .as(closed)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(changed(ana, HostValues.of("theme", "pink")))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("theme", "invalid"))));
        assertThat(of(work).get(THEME)).isEqualTo("dark");
    }

    @Test
    void another_account_and_a_session_that_is_over_read_and_change_nothing() {
        fixture.member("bea@acme.example");
        Caller bea = fixture.caller(fixture.signedIn("bea@acme.example"));
        assertThat(auth.profileSettings().own(bea, work.id())).isEqualTo(Outcome.refused(Refusal.PROFILE_NOT_FOUND));
        assertThat(changed(bea, HostValues.of("theme", "dark"))).isEqualTo(Outcome.refused(Refusal.PROFILE_NOT_FOUND));
        auth.sessions().logoutAll(ana);
        assertThat(auth.profileSettings().own(ana, work.id())).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(changed(ana, HostValues.of("theme", "dark"))).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(of(work).find(THEME)).isEmpty();
    }

    @Test
    void a_change_of_the_owner_that_was_overtaken_is_not_told_as_made() {
        Auth late = new FlowFixture(LateReplacement.over(fixture.store))
                .nodeWith(builder -> builder.profileSettings(THEME));
        assertThatThrownBy(() -> late.profileSettings().changeOwn(ana, work.id(), HostValues.of("theme", "dark")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(of(work).find(THEME)).isEmpty();
    }

    private Outcome<SettingValues> changed(Caller caller, HostValues wanted) {
        return auth.profileSettings().changeOwn(caller, work.id(), wanted);
    }

    private SettingValues of(Owned profile) {
        return Objects.requireNonNull(auth.profileSettings().of(profile).orElse(null));
    }
}
