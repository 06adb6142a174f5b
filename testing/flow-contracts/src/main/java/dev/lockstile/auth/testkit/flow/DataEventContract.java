package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.token.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for accounts that are exported and for settings that their owner changes. */
@Tag("keys")
abstract class DataEventContract extends EventCase {

    /** For those who extend it. */
    protected DataEventContract() {}

    @Test
    void exporting_the_accounts() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        AuthEvent refused = expect("data_export_fail", false, () -> export(caller));
        assertThat(refused.user()).isEqualTo(caller.user());
        assertThat(refused.detail()).isEqualTo("ACCOUNT_EXPORT forbidden");

        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER);
        fixture.auth.admin().bootstrapSuperuser(Secret.of(FlowFixture.BOOTSTRAP), root);
        Caller admin = fixture.caller(fixture.signedIn("root@acme.example"));
        AuthEvent told = expect("data_export", true, () -> export(admin));
        assertThat(told.user()).isEqualTo(admin.user());
        assertThat(told.session()).isEqualTo(admin.session());
        fixture.auth.sessions().logout(admin);
        expect("data_export_fail", false, () -> export(admin));
    }

    private Object export(Caller caller) {
        return fixture.auth.directory().export(caller, AdminLists.Query.all());
    }

    @Test
    void changing_the_own_settings() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        SettingKey<String> theme =
                SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner();
        Auth host = fixture.nodeWith(builder -> builder.userSettings(theme));
        AuthEvent told = expect("user_updated", true, () -> change(host, caller, "dark"));
        assertThat(told.session()).isEqualTo(caller.session());
        AuthEvent refused = expect("user_update_fail", false, () -> change(host, caller, "pink"));
        assertThat(refused.detail()).isEqualTo("ACCOUNT_CHANGE invalid");
        fixture.auth.sessions().logout(caller);
        expect("user_update_fail", false, () -> change(host, caller, "auto"));
    }

    private static Object change(Auth host, Caller caller, String theme) {
        return host.userSettings().changeOwn(caller, HostValues.of("theme", theme));
    }
}
