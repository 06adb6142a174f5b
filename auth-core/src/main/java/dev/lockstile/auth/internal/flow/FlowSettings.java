package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.token.SessionSettings;

/**
 * The settings that flows read.
 *
 * @param service the name by which people know the host
 * @param passwordHistory how many former passwords are refused; zero for none
 */
public record FlowSettings(
        String service,
        SessionSettings sessions,
        CodeSettings codes,
        LinkSettings links,
        SignUpSettings signUp,
        HostFields fields,
        Genders genders,
        RemainingSignInMethods waysIn,
        Roles roles,
        int passwordHistory) {}
