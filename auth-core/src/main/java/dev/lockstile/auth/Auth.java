package dev.lockstile.auth;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.AdminAuthorization;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.PhoneNormalization;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.message.TestMessages;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.password.HashingLoad;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingAdministration;
import dev.lockstile.auth.setting.UserSettings;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.token.FormTokens;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.upkeep.Upkeep;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The library, wired. One instance per application; safe for any number of threads. {@link #start()} begins sending
 * messages, {@link #close()} ends it.
 */
public final class Auth implements AutoCloseable {

    private final AuthStore store;
    private final AuthSettings settings;
    private final Services services;
    private final EventPublisher events;
    private final SetupChecks checks;

    Auth(AuthStore store, AuthSettings settings, Services services, EventPublisher events, SetupChecks checks) {
        this.store = store;
        this.settings = settings;
        this.services = services;
        this.events = events;
        this.checks = checks;
    }

    /**
     * Begins to wire the library around a store.
     *
     * @param store where users, sessions, codes and messages are kept; outlives the library, which does not close it
     * @return a builder without settings and keys, which have to be given
     */
    public static AuthBuilder builder(AuthStore store) {
        return new AuthBuilder(store);
    }

    /**
     * Begins to send messages; without it they wait in the outbox.
     *
     * @return this
     * @throws AuthSetupException when tables are missing, with the names of all and the command that makes them
     */
    public Auth start() {
        checks.run();
        services.messages().start();
        return this;
    }

    /**
     * {@return whether the digest key is the one that the store was started with before, or the store was never
     * started} With another key, as after a restore, sessions end and waiting messages do not open. Reads only.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when it cannot be told now
     */
    public boolean hasKeysOfDatabase() {
        return checks.hasKeysOfDatabase();
    }

    /** {@return the service that signs people in with a password, and switches profiles} */
    public PasswordLogin login() {
        return services.login();
    }

    /** {@return the service that signs people in with a one-time code sent by e-mail or text message} */
    public CodeLogin codes() {
        return services.codes();
    }

    /**
     * {@return the service with the codes of a purpose of the host's own} They sign in nowhere, and codes to sign in
     * with are worth nothing here.
     *
     * @param purpose as declared with {@link AuthBuilder#purpose}
     * @throws IllegalArgumentException for a purpose that was not declared
     */
    public PurposeCodes codes(String purpose) {
        PurposeCodes codes = services.purposes().get(purpose);
        if (codes == null) {
            throw new IllegalArgumentException(
                    "no purpose " + purpose + ": declare it with AuthBuilder.purpose(PurposeSettings.named(...))");
        }
        return codes;
    }

    /**
     * {@return the service that signs people in by a link in an e-mail; off unless the settings say where links lead}
     */
    public LinkLogin linkLogin() {
        return services.linkLogin();
    }

    /** {@return the service that opens accounts, and proves their addresses and numbers} */
    public Registrations registrations() {
        return services.registrations();
    }

    /** {@return the service by which people read and change of their own account} */
    public OwnAccount ownAccount() {
        return services.ownAccount();
    }

    /** {@return the service for the caller's profiles} */
    public Profiles profiles() {
        return services.profiles();
    }

    /** {@return the service that changes and resets passwords} */
    public PasswordChanges passwords() {
        return services.passwords();
    }

    /** {@return the service that verifies access tokens, refreshes them, signs out, and lists sessions} */
    public Sessions sessions() {
        return services.sessions();
    }

    /** {@return the tokens in the forms of pages, which keep other sites from sending them} */
    public FormTokens formTokens() {
        return services.formTokens();
    }

    /** {@return the service by which people prove again who they are, before a sensitive step} */
    public StepUp stepUp() {
        return services.stepUp();
    }

    /** {@return the second step of a sign-in, for accounts with a second factor} */
    public SecondFactorLogin secondFactorLogin() {
        return services.secondFactorLogin();
    }

    /** {@return the service for the caller's second factors} */
    public SecondFactors secondFactors() {
        return services.secondFactors();
    }

    /** {@return the reset of lost second factors} */
    public FactorAdministration factorAdministration() {
        return services.factorAdministration();
    }

    /** {@return the service that signs people in with accounts at other sites} */
    public SocialLogin social() {
        return services.features().social().get();
    }

    /** {@return the accounts at other sites that are linked to people, for the administration} */
    public SocialAdministration socialAdministration() {
        return services.features().socialAdministration().get();
    }

    /** {@return what providers tell of the accounts at them; off unless a provider is configured for it} */
    public SocialEvents socialEvents() {
        return services.features().socialEvents().get();
    }

    /** {@return the service that signs people in with a passkey, and shows one as the second factor} */
    public PasskeyLogin passkeyLogin() {
        return services.features().passkeyLogin().get();
    }

    /** {@return the service for the caller's passkeys} */
    public OwnPasskeys ownPasskeys() {
        return services.features().ownPasskeys().get();
    }

    /** {@return the service that tells people and staff what happened to accounts} */
    public Activity activity() {
        return services.activity();
    }

    /** {@return the service that closes an account by the link of a notice of a sign-in; off unless configured} */
    public SignInNotices signInNotices() {
        return services.signInNotices();
    }

    /** {@return the service by which staff act for accounts; off unless configured} */
    public Impersonation impersonation() {
        return services.impersonation();
    }

    /** {@return the service for the API keys of accounts, and of requests that show one; off unless configured} */
    public ApiKeys apiKeys() {
        return services.features().apiKeys().get();
    }

    /** {@return the API keys of any account, for the host's own code and for commands; off unless configured} */
    public ApiKeyAdministration apiKeyAdministration() {
        return services.features().apiKeyAdministration().get();
    }

    /**
     * {@return the service that tells how sign-ins would end, without a trace: for comparing with a former system,
     * never for an endpoint}
     */
    public DryRunSignIn dryRun() {
        return services.dryRun();
    }

    /** {@return the service for accounts as an administration sees them; most of it checks no right} */
    public AccountAdministration admin() {
        return services.admin();
    }

    /** {@return accounts as an administration looks at them, on behalf of a caller} */
    public AccountDirectory directory() {
        return services.directory();
    }

    /** {@return who may administer accounts, for code that calls a method of {@link #admin()} without a check} */
    public AdminAuthorization adminAuthorization() {
        return services.adminAuthorization();
    }

    /** {@return the service that sends the messages that wait in the outbox} */
    public MessageDispatcher messages() {
        return services.messages();
    }

    /** {@return the service that moves stored phone numbers to the forms of today's numbering plans} */
    public PhoneNormalization phoneNormalization() {
        return services.phoneNormalization();
    }

    /** {@return the service that sends a message to see whether the providers work} */
    public TestMessages testMessages() {
        return services.testMessages();
    }

    /**
     * {@return what the host's own fields hold, as declared with {@link AuthBuilder#registrationFields} and its kin}
     */
    public HostData hostData() {
        return services.hostData();
    }

    /** {@return settings and feature flags of users, as declared with {@link AuthBuilder#userSettings}} */
    public UserSettings userSettings() {
        return services.userSettings();
    }

    /** {@return settings and feature flags of profiles, as declared with {@link AuthBuilder#profileSettings}} */
    public ProfileSettings profileSettings() {
        return services.profileSettings();
    }

    /** {@return the service by which administrators read and change settings of others} */
    public SettingAdministration settingAdministration() {
        return services.settingAdministration();
    }

    /**
     * {@return the service with figures for a dashboard, and the removal of rows that are no longer needed} The host
     * runs it now and then.
     */
    public Upkeep upkeep() {
        return services.upkeep();
    }

    /** {@return what hashing of passwords does at this moment, for a metric} Asks no database. */
    public HashingLoad hashing() {
        return services.hashing().get();
    }

    /** {@return the optional features for which the store keeps rows} Asks no database. */
    public Set<AuthFeature> features() {
        return knownFeatures().stream()
                .filter(feature -> FeatureWiring.isKept(feature, store))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return all optional features that describe themselves} */
    public static Set<AuthFeature> knownFeatures() {
        return FeatureWiring.KNOWN;
    }

    /** {@return the roles that the host declared} */
    public Roles roles() {
        return services.roles();
    }

    /** {@return the figures it was built with} */
    public AuthSettings settings() {
        return settings;
    }

    /**
     * {@return the user key a text stands for; empty when it cannot be one}
     *
     * @param text as a path or a token holds it
     */
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    /**
     * {@return the profile key a text stands for; empty when it cannot be one}
     *
     * @param text as a path or a token holds it
     */
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    /**
     * Signs and verifies with these keys from now on, without a restart; requests that are under way see the old set or
     * the new one. Each node is told by itself.
     *
     * @param keys the one whose time has come signs; each verifies as long as a token of it lives
     * @throws IllegalArgumentException for keys that {@link AuthBuilder#build()} would refuse
     */
    public void useSigningKeys(SigningKeys keys) {
        services.signing().accept(keys);
    }

    /** Stops sending; the message in hand is finished first. */
    @Override
    public void close() {
        services.messages().close();
        events.close();
    }

    record Services(
            PasswordLogin login,
            CodeLogin codes,
            Map<String, PurposeCodes> purposes,
            LinkLogin linkLogin,
            Registrations registrations,
            OwnAccount ownAccount,
            Profiles profiles,
            PasswordChanges passwords,
            Sessions sessions,
            FormTokens formTokens,
            StepUp stepUp,
            SecondFactorLogin secondFactorLogin,
            SecondFactors secondFactors,
            FactorAdministration factorAdministration,
            FeatureWiring.Services features,
            DryRunSignIn dryRun,
            AccountAdministration admin,
            AccountDirectory directory,
            AdminAuthorization adminAuthorization,
            MessageDispatcher messages,
            TestMessages testMessages,
            PhoneNormalization phoneNormalization,
            HostData hostData,
            UserSettings userSettings,
            ProfileSettings profileSettings,
            SettingAdministration settingAdministration,
            Upkeep upkeep,
            Activity activity,
            SignInNotices signInNotices,
            Impersonation impersonation,
            Consumer<SigningKeys> signing,
            Supplier<HashingLoad> hashing,
            Roles roles) {}
}
