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
 * The entry point of the library: its services, wired by {@link AuthBuilder}. One instance per application; safe for
 * use by many threads. {@link #start()} starts the sending of messages, {@link #close()} stops it.
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
     * Returns a new builder for a library on this store.
     *
     * @param store where users, sessions, codes and messages are kept; the library does not close it
     * @return a builder; settings and keys are required
     */
    public static AuthBuilder builder(AuthStore store) {
        return new AuthBuilder(store);
    }

    /**
     * Checks the tables and starts the sending of messages. Before this call messages wait in the outbox.
     *
     * @return this
     * @throws AuthSetupException when tables are missing; it names all of them and the command that creates them
     */
    public Auth start() {
        checks.run();
        services.messages().start();
        return this;
    }

    /**
     * {@return true when the digest key is the one that this database was used with before, or when the database was
     * never used} With another key, for instance after a restore, sessions and codes are refused and waiting messages
     * cannot be decrypted. Reads only.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database does not answer
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
     * {@return the service for one-time codes of a purpose that the host declared} These codes sign in no account, and
     * sign-in codes are refused by this service.
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

    /** {@return the service that registers accounts and verifies their addresses and numbers} */
    public Registrations registrations() {
        return services.registrations();
    }

    /** {@return the service by which the caller reads and changes their own account} */
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

    /** {@return the tokens that protect the forms of pages against cross-site request forgery (CSRF)} */
    public FormTokens formTokens() {
        return services.formTokens();
    }

    /** {@return the service by which the caller authenticates again before a sensitive step} */
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

    /** {@return the service by which administrators reset lost second factors} */
    public FactorAdministration factorAdministration() {
        return services.factorAdministration();
    }

    /** {@return the service that signs people in with accounts at other sites} */
    public SocialLogin social() {
        return services.features().social().get();
    }

    /** {@return the service by which administrators see and unlink accounts at other sites} */
    public SocialAdministration socialAdministration() {
        return services.features().socialAdministration().get();
    }

    /**
     * {@return the service that receives providers' events about linked accounts; off unless a provider is configured
     * for it}
     */
    public SocialEvents socialEvents() {
        return services.features().socialEvents().get();
    }

    /** {@return the service for passkeys as the only factor and as the second factor} */
    public PasskeyLogin passkeyLogin() {
        return services.features().passkeyLogin().get();
    }

    /** {@return the service for the caller's passkeys} */
    public OwnPasskeys ownPasskeys() {
        return services.features().ownPasskeys().get();
    }

    /** {@return the service that lists the recorded events of accounts, for their owners and for staff} */
    public Activity activity() {
        return services.activity();
    }

    /**
     * {@return the service by which an owner takes an account back from another person, with the link of a sign-in
     * notice; off unless configured}
     */
    public SignInNotices signInNotices() {
        return services.signInNotices();
    }

    /** {@return the service by which staff act for accounts; off unless configured} */
    public Impersonation impersonation() {
        return services.impersonation();
    }

    /** {@return the service that manages API keys and authenticates requests that carry one; off unless configured} */
    public ApiKeys apiKeys() {
        return services.features().apiKeys().get();
    }

    /** {@return the API keys of any account, for the host's own code and for commands; off unless configured} */
    public ApiKeyAdministration apiKeyAdministration() {
        return services.features().apiKeyAdministration().get();
    }

    /**
     * {@return the service that computes the result of a sign-in without changing anything: for comparing with a former
     * system, never for an endpoint}
     */
    public DryRunSignIn dryRun() {
        return services.dryRun();
    }

    /** {@return the service that administers accounts; most of its methods check no permission} */
    public AccountAdministration admin() {
        return services.admin();
    }

    /** {@return the service that reads accounts on behalf of an administrator, whose permissions it checks} */
    public AccountDirectory directory() {
        return services.directory();
    }

    /**
     * {@return the check whether a caller may administer an account, for code that calls an unchecked method of
     * {@link #admin()}}
     */
    public AdminAuthorization adminAuthorization() {
        return services.adminAuthorization();
    }

    /** {@return the service that sends the messages waiting in the outbox} */
    public MessageDispatcher messages() {
        return services.messages();
    }

    /** {@return the service that rewrites stored phone numbers by the current numbering plans} */
    public PhoneNormalization phoneNormalization() {
        return services.phoneNormalization();
    }

    /** {@return the service that sends a test message to check the providers} */
    public TestMessages testMessages() {
        return services.testMessages();
    }

    /**
     * {@return the values of the host's own fields, declared with {@link AuthBuilder#registrationFields},
     * {@link AuthBuilder#accountFields} and {@link AuthBuilder#profileFields}}
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

    /** {@return the service by which administrators read and change the settings of any account} */
    public SettingAdministration settingAdministration() {
        return services.settingAdministration();
    }

    /**
     * {@return the service with figures for a dashboard, and the clean-up of expired rows, which the host runs
     * regularly}
     */
    public Upkeep upkeep() {
        return services.upkeep();
    }

    /** {@return how many passwords are being hashed and how many wait, for a metric} Does not query the database. */
    public HashingLoad hashing() {
        return services.hashing().get();
    }

    /** {@return the optional features for which the store keeps rows} Does not query the database. */
    public Set<AuthFeature> features() {
        return knownFeatures().stream()
                .filter(feature -> FeatureWiring.isKept(feature, store))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return all optional features on the class path} */
    public static Set<AuthFeature> knownFeatures() {
        return FeatureWiring.KNOWN;
    }

    /** {@return the roles that the host declared} */
    public Roles roles() {
        return services.roles();
    }

    /** {@return the settings it was built with} */
    public AuthSettings settings() {
        return settings;
    }

    /**
     * {@return the user key parsed from a text; empty when the text is no valid key}
     *
     * @param text as found in a path or token
     */
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    /**
     * {@return the profile key parsed from a text; empty when the text is no valid key}
     *
     * @param text as found in a path or token
     */
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    /**
     * Replaces the signing keys without a restart; a request that is being served uses the old set or the new one. Call
     * it on each node.
     *
     * @param keys the newest key whose {@code nbf} has passed signs; each key verifies until the last token it
     *     signed has expired
     * @throws IllegalArgumentException for keys that {@link AuthBuilder#build()} would refuse
     */
    public void useSigningKeys(SigningKeys keys) {
        services.signing().accept(keys);
    }

    /** Stops the sending of messages, after the one being sent. */
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
