package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whose state in the old system is odd: none is dropped, and none comes in who could not. */
abstract class OddStateContract {

    private static final String PEOPLE = "authapp_usermodel";

    private JpaHost host;
    private MigrationFixture app;

    abstract JpaHost openHost();

    @BeforeEach
    final void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    final void close() {
        host.close();
    }

    @Test
    void everybody_comes_and_only_live_people_sign_in() {
        LegacyPeople old = states();
        ImportReport report =
                new Importing(host.store()).run(old.source(), new MongoPhoneOtpPreset(), ImportOptions.defaults());

        assertThat(report.people().read()).isEqualTo(13);
        assertThat(report.people().in(State.CREATED)).isEqualTo(13);
        assertThat(report.warnings()).containsEntry("imported_disabled", 11L).containsEntry("state_uncertain", 7L);
        assertThat(report.named().get("state_uncertain").first())
                .extracting(NamedPerson::legacyId)
                .containsExactlyInAnyOrder("k2", "k3", "k4", "k5", "k6", "k7", "k8");
        assertThat(report.named().get("state_uncertain").first().get(0).detail())
                .isEqualTo("status_key 1 (Integer), is_removed null");
        assertThat(host.rows("select phone from auth_user where is_active = true order by phone"))
                .extracting(row -> row.get("phone"))
                .containsExactly("+12025550100", "+12025550101");
        Auth auth = app.node(builder -> builder);
        for (int i = 2; i < 13; i++) {
            MigrationFixture.requestCode(auth, CodeIdentifier.phone(phone(i)));
        }
        MigrationFixture.deliver(auth);
        assertThat(app.sms.messages()).isEmpty();
    }

    @Test
    void only_live_people_come_where_the_mover_says_so() {
        ImportReport report = new Importing(host.store())
                .run(
                        states().source(),
                        new MongoPhoneOtpPreset(),
                        ImportOptions.defaults().withOnlyLive());
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(report.people().in(State.SKIPPED)).isEqualTo(11);
        assertThat(report.people().byReason()).isEqualTo(Map.of("not_active_or_removed", 11L));
    }

    @Test
    void a_live_person_keeps_a_number_before_one_who_is_not() {
        LegacyPeople old = LegacyPeople.of(PEOPLE)
                .row(PEOPLE, record("gone", 1, true, 1))
                .row(PEOPLE, record("here", 1, false, 1))
                .row(PEOPLE, record("late", 1, false, 1));
        ImportReport report =
                new Importing(host.store()).run(old.source(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        assertThat(report.people().byReason()).isEqualTo(Map.of("duplicate_phone", 2L));
        assertThat(host.rows("select username, phone from auth_user"))
                .isEqualTo(List.of(Map.of("username", "here", "phone", phone(1))));
    }

    @Test
    void a_missing_name_loses_nobody_with_a_good_phone() {
        LegacyPeople old = LegacyPeople.of(PEOPLE);
        @Nullable Object[] names = {null, "", "  ", 7, List.of("a"), true};
        for (int i = 0; i < names.length; i++) {
            old.row(PEOPLE, record(names[i], 1, false, i));
        }
        ImportReport report =
                new Importing(host.store()).run(old.source(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        assertThat(report.people().in(State.CREATED)).isEqualTo(names.length);
        assertThat(report.warnings()).containsEntry("username_dropped", (long) names.length);
    }

    @Test
    void a_mark_of_activity_that_says_neither_yes_nor_no_means_no_and_is_told() {
        List<@Nullable Object> marks = new ArrayList<>(Arrays.asList(null, "", "yes", 2, "-1"));
        for (Preset preset :
                List.of(JbDrfAuthPreset.discovering(), DjangoPreset.standard(), new FastApiUsersPreset())) {
            LegacyPeople old = switch (preset.name()) {
                case JbDrfAuthPreset.NAME -> LegacyPeople.ofJb();
                case DjangoPreset.NAME -> LegacyPeople.ofDjango();
                default -> LegacyPeople.ofFastApi();
            };
            String table = switch (preset.name()) {
                case JbDrfAuthPreset.NAME -> "authentication_user";
                case DjangoPreset.NAME -> "auth_user";
                default -> "users";
            };
            for (int i = 0; i < marks.size(); i++) {
                old.person(table, i, "!", "is_active", marks.get(i));
            }
            old.person(table, 90, "!", "is_active", 0).person(table, 91, "!", "is_active", "f");
            old.person(table, 92, "!", "is_active", 1).person(table, 93, "!", "is_active", "true");
            ImportReport report = new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
            assertThat(report.people().in(State.CREATED)).as(preset.name()).isEqualTo(9);
            assertThat(report.warnings())
                    .as(preset.name())
                    .containsEntry("state_uncertain", 5L)
                    .containsEntry("imported_disabled", 5L);
            assertThat(host.count("select count(*) from auth_user where is_active = true"))
                    .isEqualTo(2);
            assertThat(report.named().get("state_uncertain").count()).isEqualTo(5);
            close();
            open();
        }
    }

    /** Two live people, seven whose state is odd, and four who are plainly gone. */
    private static LegacyPeople states() {
        @Nullable
        Object[][] states = {
            {1, false},
            {1.0, false},
            {1, null},
            {1, 0},
            {1, "False"},
            {"1", false},
            {null, false},
            {1, "no"},
            {"active", "x"},
            {1, true},
            {0, false},
            {3, null},
            {1, "True"}
        };
        LegacyPeople old = LegacyPeople.of(PEOPLE);
        for (int i = 0; i < states.length; i++) {
            old.row(PEOPLE, record("name" + i, states[i][0], states[i][1], i));
        }
        return old;
    }

    private static String phone(int i) {
        return "+12025550" + (100 + i);
    }

    private static @Nullable Object[] record(
            @Nullable Object name, @Nullable Object status, @Nullable Object removed, int number) {
        return new @Nullable Object[] {
            "_id",
            "k" + (name instanceof String text && !text.isBlank() && !text.startsWith("name") ? text : number),
            "username",
            name,
            "phone_number",
            phone(number),
            "country_code",
            "1",
            "status_key",
            status,
            "is_removed",
            removed,
            "created_time",
            "2020-01-01 00:00:00+00:00"
        };
    }
}
