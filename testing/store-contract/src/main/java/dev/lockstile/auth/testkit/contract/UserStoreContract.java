package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.userWithPassword;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users as they are added, read, signed in, switched off and given settings. */
abstract class UserStoreContract extends StoreContract {

    private static final Instant LATER = after(Duration.ofHours(2));

    /** For those who extend it. */
    protected UserStoreContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_user_comes_back_as_added() {
        NewUser added = new NewUser(
                List.of(
                        IdentifierAssignment.proven(email("ana"), FINE),
                        IdentifierAssignment.proven(phone("5512345678"), T0)),
                Secret.of("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"),
                new UserInfo.Status(true, true, true, null),
                new UserInfo.Dates(T0, FINE, LATER),
                SettingsJson.of("{\"language\": \"es\"}"),
                RowTimes.fresh(T0));
        UserId id = write(tx -> tx.users().insert(added));

        StoredUser stored = stored(id);
        IdentifierStates identifiers = new IdentifierStates(
                new IdentifierState(email("ana").value(), true, FINE),
                new IdentifierState(phone("5512345678").value(), true, T0),
                IdentifierState.NONE);
        assertThat(stored.info())
                .isEqualTo(new UserInfo(id, identifiers, added.status(), added.dates(), added.settings()));
        assertThat(stored.passwordHash()).isEqualTo(added.passwordHash());
        assertThat(stored.passwordChangedAt()).isNull();
        assertThat(stored.profiles()).isEmpty();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_user_without_a_password_comes_back_without_one() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(stored(id).passwordHash()).isNull();
        assertThat(stored(id).info().dates().lastLoginAt()).isNull();
        assertThat(stored(id).info().settings()).isEqualTo(SettingsJson.EMPTY);
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_user_is_found_by_every_identifier_owned_and_by_id() {
        List<IdentifierAssignment> claims = List.of(
                IdentifierAssignment.proven(email("ana"), T0),
                IdentifierAssignment.proven(phone("5511"), T0),
                new IdentifierAssignment(username("ana"), true, null));
        UserId id = write(tx -> tx.users().insert(user(claims, null)));
        StoredUser byId = stored(id);
        for (IdentifierAssignment claim : claims) {
            Identifier sought = claim.identifier();
            assertThat(find(tx -> tx.users().byKey(sought.kind(), sought.key())))
                    .as("by %s", sought)
                    .contains(byId);
        }
    }

    @Test
    void a_key_of_one_kind_finds_nobody_under_another() {
        change(tx -> tx.users().insert(user("ana")));
        String key = email("ana").key();
        assertThat(find(tx -> tx.users().byKey(IdentifierKind.PHONE, key))).isEmpty();
        assertThat(find(tx -> tx.users().byKey(IdentifierKind.USERNAME, key))).isEmpty();
        assertThat(find(tx -> tx.users().byKey(IdentifierKind.EMAIL, key + "x")))
                .isEmpty();
    }

    @Test
    @Tag("keys")
    void the_text_of_a_key_stands_for_the_key() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(store().userId(id.toString())).contains(id);
        assertThat(find(tx -> tx.users().byId(store().userId(id.toString()).orElseThrow())))
                .isPresent();
    }

    @Test
    @Tag("keys")
    void a_key_has_one_text_only() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        for (String twin : List.of("+" + id, "0" + id, " " + id, id + " ", id + ".0")) {
            assertThat(store().userId(twin).filter(id::equals)).as(twin).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "nobody", "-1", "0", "1.5", "0x1", "\u0661", "99999999999999999999", "' or 1=1 --"})
    void a_text_that_is_nobodys_key_leads_to_nobody(String text) {
        assertThat(store().userId(text).flatMap(id -> read(tx -> tx.users().byId(id))))
                .isEmpty();
        assertThat(store().profileId(text).map(ProfileId::toString).orElse(text))
                .isEqualTo(text);
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void texts_come_back_to_the_letter() {
        String settings =
                "{\"emoji\": \"\uD83D\uDD10\uD83D\uDC69\u200D\uD83D\uDE80\", \"nfd\": \"Jose\u0301\", \"nfc\": \"Jos\u00E9\"}";
        Identifier name = new Identifier(IdentifierKind.USERNAME, "\u00DCn\u00EFc\u00F6d\u00E9 \uD83D\uDE00", "key-1");
        UserId id = write(tx -> tx.users()
                .insert(new NewUser(
                        List.of(new IdentifierAssignment(name, true, null)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(T0, null, null),
                        SettingsJson.of(settings),
                        RowTimes.fresh(T0))));
        assertThat(stored(id).info().username()).isEqualTo(name.value());
        assertThat(stored(id).info().settings().text()).isEqualTo(settings);
    }

    @Test
    @Tag("columns")
    void values_as_long_as_their_columns_fit() {
        Identifier longEmail = new Identifier(IdentifierKind.EMAIL, "a".repeat(242) + "@example.com", "k".repeat(64));
        Identifier longPhone = new Identifier(IdentifierKind.PHONE, "+" + "9".repeat(31), "p".repeat(64));
        Identifier longName = new Identifier(IdentifierKind.USERNAME, "u".repeat(150), "u".repeat(64));
        List<IdentifierAssignment> claims = List.of(
                IdentifierAssignment.proven(longEmail, T0),
                IdentifierAssignment.proven(longPhone, T0),
                new IdentifierAssignment(longName, true, null));
        Secret hash = Secret.of("h".repeat(512));
        UserId id = write(tx -> tx.users().insert(user(claims, hash)));

        assertThat(stored(id).passwordHash()).isEqualTo(hash);
        assertThat(stored(id).info().email()).isEqualTo(longEmail.value());
        assertThat(find(tx -> tx.users().byKey(IdentifierKind.PHONE, longPhone.key())))
                .isPresent();
        assertThat(find(tx -> tx.users().byKey(IdentifierKind.USERNAME, longName.key())))
                .isPresent();
    }

    @Test
    @Tag("columns")
    void settings_as_long_as_their_column_fit() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        SettingsJson huge = SettingsJson.of("{\"v\": \"" + "x".repeat(SettingsJson.COLUMN_LENGTH - 9) + "\"}");
        assertThat(huge.text()).hasSize(SettingsJson.COLUMN_LENGTH);
        assertThat(done(tx -> tx.users().replaceSettings(id, SettingsJson.EMPTY, huge, LATER)))
                .isTrue();
        assertThat(stored(id).info().settings()).isEqualTo(huge);
    }

    @Test
    @Tag("columns")
    void a_sign_in_is_noted_to_the_microsecond() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(done(tx -> tx.users().recordLogin(id, FINE))).isTrue();
        assertThat(stored(id).info().dates()).isEqualTo(new UserInfo.Dates(T0, FINE, null));
    }

    @Test
    void a_disabled_account_is_read_but_signs_in_no_more_until_it_is_enabled() {
        Secret hash = Secret.of("$argon2id$ana");
        UserId id = write(tx -> tx.users().insert(userWithPassword("ana", hash)));
        assertThat(done(tx -> tx.users().setActive(id, false, LATER))).isTrue();
        assertThat(stored(id).info().status().active()).isFalse();
        assertThat(done(tx -> tx.users().recordLogin(id, LATER))).isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, hash, LATER))).isFalse();
        assertThat(stored(id).info().dates().lastLoginAt()).isNull();

        assertThat(done(tx -> tx.users().setActive(id, true, LATER))).isTrue();
        assertThat(done(tx -> tx.users().recordLogin(id, LATER))).isTrue();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, hash, LATER))).isTrue();
    }

    @Test
    @Tag("columns")
    void an_account_disabled_for_a_time_signs_in_from_its_end_on() {
        Secret hash = Secret.of("$argon2id$ana");
        UserId id = write(tx -> tx.users().insert(userWithPassword("ana", hash)));
        Instant end = LATER.plusSeconds(60);
        assertThat(done(tx -> tx.users().disableUntil(id, end, LATER))).isTrue();
        assertThat(stored(id).info().status()).isEqualTo(new UserInfo.Status(false, false, false, null, end));
        assertThat(stored(id).info().status().at(end.minusNanos(1000)).active()).isFalse();
        assertThat(stored(id).info().status().at(end)).isEqualTo(UserInfo.Status.ORDINARY);
        assertThat(done(tx -> tx.users().recordLogin(id, end.minusNanos(1000)))).isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, hash, end.minusNanos(1000))))
                .isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, hash, end))).isTrue();
        assertThat(stored(id).info().status()).isEqualTo(UserInfo.Status.ORDINARY);
    }

    @Test
    void disabling_without_an_end_and_enabling_leave_no_end_behind() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        for (boolean active : new boolean[] {false, true}) {
            assertThat(done(tx -> tx.users().disableUntil(id, LATER.plusSeconds(60), LATER)))
                    .isTrue();
            assertThat(done(tx -> tx.users().setActive(id, active, LATER))).isTrue();
            assertThat(stored(id).info().status()).isEqualTo(new UserInfo.Status(active, false, false, null));
        }
    }

    @Test
    void an_account_that_is_enabled_and_disabled_for_a_time_at_once_is_one_of_both() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        Instant end = LATER.plusSeconds(60);
        for (int round = 0; round < 10; round++) {
            ParallelRun.run(
                    2,
                    runner -> done(tx -> runner == 0
                            ? tx.users().setActive(id, true, LATER)
                            : tx.users().disableUntil(id, end, LATER)));
            assertThat(stored(id).info().status())
                    .isIn(UserInfo.Status.ORDINARY, new UserInfo.Status(false, false, false, null, end));
        }
    }

    @Test
    void setting_what_is_set_already_still_finds_the_account() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(done(tx -> tx.users().setActive(id, true, LATER))).isTrue();
        assertThat(stored(id).info().status()).isEqualTo(UserInfo.Status.ORDINARY);
    }

    @Test
    void settings_are_replaced_only_while_they_are_the_ones_seen() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        SettingsJson first = SettingsJson.EMPTY.with("language", "es");
        SettingsJson second = first.with("timezone", "America/Mexico_City");
        assertThat(done(tx -> tx.users().replaceSettings(id, SettingsJson.EMPTY, first, LATER)))
                .isTrue();
        assertThat(done(tx -> tx.users().replaceSettings(id, SettingsJson.EMPTY, second, LATER)))
                .isFalse();
        assertThat(stored(id).info().settings()).isEqualTo(first);
        assertThat(done(tx -> tx.users().replaceSettings(id, first, second, LATER)))
                .isTrue();
        assertThat(stored(id).info().timezone()).isEqualTo("America/Mexico_City");
    }

    @Test
    void of_many_who_replace_the_same_settings_one_wins() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        int winners = ParallelRun.winners(
                24,
                number -> write(tx -> tx.users()
                        .replaceSettings(
                                id, SettingsJson.EMPTY, SettingsJson.EMPTY.with("by", "runner-" + number), LATER)));
        assertThat(winners).isEqualTo(1);
        assertThat(stored(id).info().settings().string("by")).startsWith("runner-");
    }

    @Test
    void no_setting_is_lost_when_many_read_and_replace_until_they_win() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        ParallelRun.run(16, number -> {
            while (!setOne(id, "key-" + number)) {
                Thread.onSpinWait();
            }
            return number;
        });
        SettingsJson settings = stored(id).info().settings();
        for (int number = 0; number < 16; number++) {
            assertThat(settings.string("key-" + number)).isEqualTo("set");
        }
    }

    private boolean setOne(UserId id, String key) {
        SettingsJson seen = stored(id).info().settings();
        return write(tx -> tx.users().replaceSettings(id, seen, seen.with(key, "set"), LATER));
    }

    private StoredUser stored(UserId id) {
        return read(tx -> tx.users().byId(id)).orElseThrow();
    }
}
