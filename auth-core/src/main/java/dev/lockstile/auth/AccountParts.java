package dev.lockstile.auth;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.flow.Genders;
import dev.lockstile.auth.internal.role.SourcedRoles;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts are made of: their names, roles and rules, and the fields and settings of the host. */
record AccountParts(
        IdentifierRules identifiers,
        List<Role> roles,
        @Nullable RoleSource roleSource,
        HostFields fields,
        Genders genders,
        SettingKeys userSettings,
        SettingKeys profileSettings,
        Duration deletionGrace,
        int passwordHistory,
        @Nullable Secret bootstrapSecret) {

    AccountParts {
        roles = List.copyOf(roles);
    }

    /** Those of the code and of the source, as they are at each use. */
    Roles currentRoles(Clock clock) {
        return roleSource == null ? Roles.of(roles) : SourcedRoles.roles(roles, roleSource, clock);
    }

    /** With a source those that code declares are roles, and USER. */
    Roles rolesInCode() {
        return roleSource == null ? Roles.of(roles) : Roles.of(roles, List.of(), why -> {});
    }

    /** The components while a builder collects them. */
    static final class Draft {
        IdentifierRules identifiers = IdentifierRules.standard();
        final List<Role> roles = new ArrayList<>();

        @Nullable
        RoleSource roleSource;

        HostFields fields = HostFields.NONE;
        Genders genders = Genders.ANY;
        SettingKeys userSettings = SettingKeys.NONE;
        SettingKeys profileSettings = SettingKeys.NONE;
        Duration deletionGrace = Duration.ZERO;
        int passwordHistory;

        @Nullable
        Secret bootstrapSecret;

        AccountParts build() {
            return new AccountParts(
                    identifiers,
                    roles,
                    roleSource,
                    fields,
                    genders,
                    userSettings,
                    profileSettings,
                    deletionGrace,
                    passwordHistory,
                    bootstrapSecret);
        }
    }
}
