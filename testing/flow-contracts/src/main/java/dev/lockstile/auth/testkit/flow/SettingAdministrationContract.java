package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingAdministration.Changed;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of accounts and profiles that staff read and change, one by one and by a query. */
abstract class SettingAdministrationContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String BEA = "bea@acme.example";
    private static final String WHY = "ticket 7";
    private static final SettingKey<Boolean> BETA = SettingKey.bool("beta", false);
    private static final SettingKey<Long> SEATS = SettingKey.number("seats", 1, 50, 1);
    private static final SettingKey<Boolean> MEMBER = SettingKey.bool("member", false);

    private Auth auth;
    private Caller root;
    private Caller desk;
    private Caller ana;
    private UserId bea;

    /** For those who extend it. */
    protected SettingAdministrationContract() {}

    private static AuthBuilder wire(AuthBuilder builder) {
        return builder.roles(
                        Role.named("desk").may(AdminPermission.USERS_READ, AdminPermission.SETTINGS_CHANGE),
                        Role.named("viewer").may(AdminPermission.USERS_READ),
                        Role.named("setter").may(AdminPermission.SETTINGS_CHANGE))
                .userSettings(BETA, SEATS)
                .profileSettings(MEMBER);
    }

    @BeforeEach
    final void begin() {
        auth = fixture.nodeWith(SettingAdministrationContract::wire);
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
        desk = staff("desk");
        fixture.member(ANA);
        fixture.member(BEA);
        ana = caller(ANA);
        bea = caller(BEA).user();
        fixture.events.clear();
    }

    @Test
    void a_caller_without_the_permission_a_recent_proof_or_a_session_changes_nothing() {
        for (Caller caller : List.of(staff("viewer"), ana)) {
            assertRefused(caller, Refusal.FORBIDDEN);
        }
        assertThat(auth.settingAdministration().show(ana, bea)).isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertThat(auth.settingAdministration().changeUsersAs(staff("setter"), all(), beta(true), WHY))
                .isEqualTo(Outcome.refused(Refusal.FORBIDDEN)); // may not read the list
        fixture.clock.advance(Duration.ofMinutes(11));
        assertRefused(desk, Refusal.STEP_UP_REQUIRED);
        assertThat(auth.settingAdministration().show(desk, bea).isDone()).isTrue();
        auth.sessions().logout(desk);
        assertRefused(desk, Refusal.SESSION_ENDED);
        assertThat(user(bea).find(BETA)).isEmpty();
        assertThat(fixture.events).anyMatch(event -> event instanceof AuthEvent.Refused);
    }

    private void assertRefused(Caller caller, Refusal why) {
        assertThat(changed(caller, bea, beta(true))).isEqualTo(Outcome.refused(why));
        assertThat(auth.settingAdministration().changeAs(caller, profile(bea), HostValues.of("member", true), WHY))
                .isEqualTo(Outcome.refused(why));
        assertThat(auth.settingAdministration().changeUsersAs(caller, all(), beta(true), WHY))
                .isEqualTo(Outcome.refused(why));
        assertThat(auth.settingAdministration().changeProfilesAs(caller, all(), HostValues.of("member", true), WHY))
                .isEqualTo(Outcome.refused(why));
    }

    @Test
    void staff_change_a_setting_of_an_account_and_of_a_profile_and_the_trail_names_it() {
        assertThat(changed(desk, bea, beta(true))).isEqualTo(Outcome.done(true));
        assertThat(changed(desk, bea, beta(true))).isEqualTo(Outcome.done(false));
        assertThat(user(bea).get(BETA)).isTrue();
        assertThat(auth.settingAdministration().changeAs(desk, profile(bea), HostValues.of("member", true), WHY))
                .isEqualTo(Outcome.done(true));
        assertThat(auth.settingAdministration()
                        .show(desk, bea)
                        .orElseThrow()
                        .profiles()
                        .values())
                .allMatch(profile -> profile.get(MEMBER));
        assertThat(fixture.events.stream()
                        .filter(AuthEvent.AccountStatusChanged.class::isInstance)
                        .map(AuthEvent.AccountStatusChanged.class::cast)
                        .map(event -> event.change() + " " + event.values()))
                .containsExactly("settings_changed beta", "settings_changed member");
        assertThat(changed(desk, bea, HostValues.of("beta", null))).isEqualTo(Outcome.done(true));
        assertThat(user(bea).find(BETA)).isEmpty();
    }

    @Test
    void a_value_out_of_bounds_a_name_that_is_not_declared_and_a_full_column_change_nothing() {
        assertThat(changed(desk, bea, HostValues.of("seats", 51L)))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("seats", "out_of_range"))));
        for (String name : List.of("member", "language", "gamma")) {
            assertThatThrownBy(() -> changed(desk, bea, HostValues.of(name, true)))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(auth.settingAdministration().changeUsersAs(desk, all(), HostValues.of("seats", 51L), WHY))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("seats", "out_of_range"))));
        assertThatThrownBy(() -> auth.settingAdministration()
                        .changeProfilesAs(desk, all().finding("none"), HostValues.of("seats", 1L), WHY))
                .isInstanceOf(IllegalArgumentException.class);
        String filler = "{\"x\": \"" + "x".repeat(SettingsJson.COLUMN_LENGTH - 12) + "\"}";
        fixture.store.alone(tx -> tx.users()
                .replaceSettings(bea, user(bea).settings(), SettingsJson.of(filler), fixture.clock.instant()));
        assertThat(changed(desk, bea, beta(true)))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("beta", "too_long"))));
        assertThat(user(bea).settings().text()).isEqualTo(filler);
    }

    @Test
    void an_account_with_more_rights_a_foreign_profile_and_a_deleted_account_are_refused() {
        assertThat(changed(desk, root.user(), beta(true))).isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertThat(changed(root, desk.user(), beta(true))).isEqualTo(Outcome.done(true));
        UserProfile foreign = new UserProfile(bea, ana.profile());
        assertThat(auth.settingAdministration().changeAs(desk, foreign, HostValues.of("member", true), WHY))
                .isEqualTo(Outcome.refused(Refusal.PROFILE_NOT_FOUND));
        auth.admin().delete(bea);
        assertThat(changed(desk, bea, beta(true))).isEqualTo(Outcome.refused(Refusal.NOT_FOUND));
        assertThat(auth.settingAdministration().show(desk, bea)).isEqualTo(Outcome.refused(Refusal.NOT_FOUND));
    }

    @Test
    void a_page_of_a_list_is_changed_once_and_the_rest_is_named() {
        Outcome<Changed> first = auth.settingAdministration().changeUsersAs(desk, all().sized(3), beta(true), WHY);
        String next = first.orElseThrow().next();
        assertThat(next).isNotNull();
        Changed rest = auth.settingAdministration()
                .changeUsersAs(desk, all().after(next), beta(true), WHY)
                .orElseThrow();
        assertThat(first.orElseThrow().changed() + rest.changed()).isEqualTo(2); // not those of staff
        assertThat(first.orElseThrow().passedOver() + rest.passedOver()).isEqualTo(2);
        assertThat(rest.next()).isNull();
        assertThat(user(bea).get(BETA)).isTrue();
        assertThat(auth.settingAdministration().changeUsersAs(desk, all(), beta(true), WHY))
                .isEqualTo(Outcome.done(new Changed(0, 2, null)));
        assertThat(auth.settingAdministration()
                        .changeProfilesAs(desk, all().finding(BEA), HostValues.of("member", true), WHY))
                .isEqualTo(Outcome.done(new Changed(1, 0, null)));
    }

    @Test
    void two_administrators_at_once_keep_both_settings() {
        List<HostValues> values = List.of(beta(true), HostValues.of("seats", 7L));
        assertThat(ParallelRun.run(2, number -> changed(desk, bea, values.get(number))))
                .containsOnly(Outcome.done(true));
        assertThat(user(bea).get(BETA)).isTrue();
        assertThat(user(bea).get(SEATS)).isEqualTo(7L);
    }

    @Test
    void a_change_that_was_overtaken_is_not_told_as_made() {
        Auth late = new FlowFixture(LateReplacement.over(fixture.store)).nodeWith(SettingAdministrationContract::wire);
        assertThatThrownBy(() -> late.settingAdministration().changeAs(desk, bea, beta(true), WHY))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() ->
                        late.settingAdministration().changeAs(desk, profile(bea), HostValues.of("member", true), WHY))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(user(bea).find(BETA)).isEmpty();
    }

    private Outcome<Boolean> changed(Caller caller, UserId user, HostValues wanted) {
        return auth.settingAdministration().changeAs(caller, user, wanted, WHY);
    }

    private static HostValues beta(boolean value) {
        return HostValues.of("beta", value);
    }

    private static AdminLists.Query all() {
        return AdminLists.Query.all();
    }

    private SettingValues user(UserId user) {
        return auth.userSettings().of(user).orElseThrow();
    }

    private UserProfile profile(UserId user) {
        ProfileId profile = fixture.store
                .read(tx -> tx.users().byId(user))
                .orElseThrow()
                .profiles()
                .get(0)
                .id();
        return new UserProfile(user, profile);
    }

    private Caller staff(String role) {
        UserId id = auth.admin()
                .createAdministratorAs(root, admin(role, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        auth.admin().setRole(id, role);
        return caller(role + "@acme.example");
    }

    private static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }

    private Caller caller(String email) {
        return fixture.caller(fixture.signedIn(email));
    }
}
