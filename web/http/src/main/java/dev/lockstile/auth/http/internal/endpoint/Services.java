package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingAdministration;
import dev.lockstile.auth.setting.UserSettings;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.token.Sessions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The services behind the endpoints; those of optional features are made when a request asks for one.
 *
 * @param features the optional features that the host uses
 * @param userId the user key a text stands for; empty when it cannot be one
 * @param profileId the profile key a text stands for; empty when it cannot be one
 * @param purposes the codes of the host's own purposes, by name
 */
public record Services(
        PasswordLogin login,
        CodeLogin codes,
        LinkLogin linkLogin,
        Registrations registrations,
        OwnAccount ownAccount,
        Profiles profiles,
        AccountAdministration admin,
        AccountDirectory directory,
        PasswordChanges passwords,
        Sessions sessions,
        StepUp stepUp,
        HostData hostData,
        UserSettings userSettings,
        ProfileSettings profileSettings,
        SettingAdministration settingAdministration,
        SecondFactorLogin secondFactorLogin,
        SecondFactors secondFactors,
        FactorAdministration factorAdministration,
        Supplier<PasskeyLogin> passkeyLogin,
        Supplier<OwnPasskeys> ownPasskeys,
        Supplier<SocialLogin> social,
        Supplier<SocialAdministration> socialAdministration,
        Supplier<SocialEvents> socialEvents,
        Supplier<ApiKeys> apiKeys,
        Activity activity,
        Impersonation impersonation,
        Set<AuthFeature> features,
        Function<String, Optional<UserId>> userId,
        Function<String, Optional<ProfileId>> profileId,
        Function<String, PurposeCodes> purposes) {

    /** Those of the library. */
    public static Services of(Auth auth) {
        return new Services(
                auth.login(),
                auth.codes(),
                auth.linkLogin(),
                auth.registrations(),
                auth.ownAccount(),
                auth.profiles(),
                auth.admin(),
                auth.directory(),
                auth.passwords(),
                auth.sessions(),
                auth.stepUp(),
                auth.hostData(),
                auth.userSettings(),
                auth.profileSettings(),
                auth.settingAdministration(),
                auth.secondFactorLogin(),
                auth.secondFactors(),
                auth.factorAdministration(),
                auth::passkeyLogin,
                auth::ownPasskeys,
                auth::social,
                auth::socialAdministration,
                auth::socialEvents,
                auth::apiKeys,
                auth.activity(),
                auth.impersonation(),
                auth.features(),
                auth::userId,
                auth::profileId,
                auth::codes);
    }
}
