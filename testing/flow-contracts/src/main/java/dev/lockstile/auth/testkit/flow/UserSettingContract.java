package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingValues;
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

/** Typed settings: read with their defaults, changed key by key, by their owner where the host lets it. */
abstract class UserSettingContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final SettingKey<Boolean> BETA = SettingKey.bool("beta", false);
    private static final SettingKey<Long> SEATS = SettingKey.number("seats", 1, 50, 1);
    private static final SettingKey<String> THEME =
            SettingKey.choice("theme", "auto", "auto", "dark", "light").changedByOwner();
    private static final SettingKey<LocalDate> PREMIUM =
            SettingKey.date("premium_until", LocalDate.EPOCH).shownToOwner();

    private Auth auth;
    private Caller ana;

    /** For those who extend it. */
    protected UserSettingContract() {}

    @BeforeEach
    final void hostWithSettings() {
        fixture.member(ANA);
        auth = fixture.nodeWith(builder -> builder.userSettings(BETA, SEATS, THEME, PREMIUM));
        ana = fixture.caller(fixture.signedIn(ANA));
    }

    @Test
    void an_account_without_settings_has_the_defaults() {
        assertThat(stored().get(BETA)).isFalse();
        assertThat(stored().get(PREMIUM)).isEqualTo(LocalDate.EPOCH);
        assertThat(stored().find(THEME)).isEmpty();
    }

    @Test
    void a_setting_is_changed_alone_and_taken_out_again() {
        LocalDate end = LocalDate.of(2027, 1, 31);
        assertThat(auth.userSettings().set(ana.user(), BETA, true)).isTrue();
        assertThat(auth.userSettings().set(ana.user(), SEATS, 12L)).isTrue();
        assertThat(auth.userSettings().set(ana.user(), PREMIUM, end)).isTrue();
        assertThat(auth.userSettings().set(ana.user(), BETA, null)).isTrue();
        assertThat(stored().find(BETA)).isEmpty();
        assertThat(stored().get(SEATS)).isEqualTo(12L);
        assertThat(stored().get(PREMIUM)).isEqualTo(end);
    }

    @Test
    void a_change_that_another_transaction_overtook_is_not_told_as_made() {
        assertThat(auth.userSettings().set(ana.user(), SEATS, 7L)).isTrue();
        Auth late = new FlowFixture(LateReplacement.over(fixture.store))
                .nodeWith(builder -> builder.userSettings(BETA, SEATS, THEME, PREMIUM));
        assertThat(late.userSettings().set(ana.user(), SEATS, 7L)).isTrue();
        assertThatThrownBy(() -> late.userSettings().set(ana.user(), SEATS, 8L))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> late.userSettings().changeOwn(ana, HostValues.of("theme", "dark")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(stored().find(THEME)).isEmpty();
        assertThat(stored().get(SEATS)).isEqualTo(7L);
    }

    @Test
    void members_that_are_not_declared_stay_and_others_of_another_type_read_as_the_default() {
        keep("{\"beta\": \"yes\", \"seats\": 1e3, \"shape\": {\"a\": [1, 2.50]}, \"theme\": \"pink\"}");
        assertThat(stored().get(BETA)).isFalse();
        assertThat(stored().get(SEATS)).isEqualTo(1L);
        assertThat(stored().get(THEME)).isEqualTo("auto");
        auth.userSettings().set(ana.user(), SEATS, 3L);
        assertThat(stored().settings().text())
                .contains("\"shape\": {\"a\": [1, 2.50]}", "\"beta\": \"yes\"", "\"seats\": 3");
    }

    @Test
    void the_owner_changes_what_the_host_lets_and_nothing_else() {
        assertThat(auth.userSettings()
                        .changeOwn(ana, HostValues.of("theme", "dark"))
                        .orElseThrow()
                        .get(THEME))
                .isEqualTo("dark");
        assertThat(stored().get(THEME)).isEqualTo("dark");
        for (String closed : List.of("beta", "premium_until", "language", "nothing")) {
            assertThatThrownBy(() -> auth.userSettings().changeOwn(ana, HostValues.of(closed, true)))
                    .as(closed)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(stored().find(BETA)).isEmpty();
    }

    @Test
    void a_value_out_of_bounds_changes_nothing() {
        SettingsJson before = stored().settings();
        HostValues wanted = HostValues.of("theme", "pink");
        assertThat(auth.userSettings().changeOwn(ana, wanted))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("theme", "invalid"))));
        assertThatThrownBy(() -> auth.userSettings().set(ana.user(), SEATS, 51L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seats");
        assertThat(stored().settings()).isEqualTo(before);
    }

    @Test
    void a_session_that_is_over_reads_and_changes_nothing() {
        fixture.auth.sessions().logoutAll(ana);
        assertThat(auth.userSettings().own(ana)).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(auth.userSettings().changeOwn(ana, HostValues.of("theme", "dark")))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(stored().find(THEME)).isEmpty();
    }

    @Test
    void a_key_that_is_not_declared_is_a_mistake_of_the_host() {
        assertThatThrownBy(() -> auth.userSettings().set(ana.user(), SettingKey.bool("gamma", false), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userSettings");
    }

    @Test
    void many_accounts_are_set_once_and_the_second_call_writes_nothing() {
        fixture.member("bea@acme.example");
        UserId bea = fixture.caller(fixture.signedIn("bea@acme.example")).user();
        List<UserId> both = List.of(ana.user(), bea);
        assertThat(auth.userSettings().setAll(both, BETA, true)).isEqualTo(2);
        assertThat(auth.userSettings().setAll(both, BETA, true)).isZero();
        auth.admin().delete(bea);
        assertThat(auth.userSettings().setAll(both, BETA, false)).isEqualTo(1);
        assertThat(auth.userSettings().of(bea)).isEmpty();
        assertThat(auth.userSettings().set(bea, BETA, true)).isFalse();
    }

    @Test
    void changes_of_different_settings_at_once_are_all_kept() throws Exception {
        List<Callable<?>> changes = new ArrayList<>();
        changes.add(() -> auth.userSettings().set(ana.user(), BETA, true));
        changes.add(() -> auth.userSettings().set(ana.user(), SEATS, 7L));
        changes.add(() -> auth.userSettings().changeOwn(ana, HostValues.of("theme", "light")));
        changes.add(() -> auth.ownAccount().update(ana, AccountChange.NONE.withLanguage("pt-BR")));
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> change : changes) {
                running.add(threads.submit(change));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        SettingValues values = stored();
        assertThat(values.get(BETA)).isTrue();
        assertThat(values.get(SEATS)).isEqualTo(7L);
        assertThat(values.get(THEME)).isEqualTo("light");
        assertThat(values.settings().string("language")).isEqualTo("pt-BR");
    }

    @Test
    void settings_that_fill_their_column_are_refused_and_stay() {
        String filler = "x".repeat(SettingsJson.COLUMN_LENGTH - 20);
        keep("{\"shape\": \"" + filler + "\"}");
        assertThat(auth.userSettings().changeOwn(ana, HostValues.of("theme", "light")))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("theme", "too_long"))));
        assertThat(stored().find(THEME)).isEmpty();
    }

    private void keep(String json) {
        fixture.store.alone(tx -> tx.users()
                .replaceSettings(ana.user(), stored().settings(), SettingsJson.of(json), fixture.clock.instant()));
    }

    private SettingValues stored() {
        return Objects.requireNonNull(auth.userSettings().of(ana.user()).orElse(null));
    }
}
