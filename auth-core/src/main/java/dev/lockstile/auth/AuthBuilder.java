package dev.lockstile.auth;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.internal.flow.Genders;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.CustomClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Auth}. {@link #build()} reports all problems of the configuration at once. */
public final class AuthBuilder {

    private final AuthStore store;
    private final MessageParts.Draft messages = new MessageParts.Draft();
    private final AccountParts.Draft accounts = new AccountParts.Draft();
    private final FeatureParts.Draft features = new FeatureParts.Draft();
    private final ObserverParts.Draft observers = new ObserverParts.Draft();
    private @Nullable AuthSettings settings;
    private @Nullable AuthKeys keys;
    private Clock clock = Clock.systemUTC();
    private Randomness randomness = Randomness.secure();

    AuthBuilder(AuthStore store) {
        this.store = store;
    }

    /**
     * Sets lifetimes, limits and rules. Required.
     *
     * @param newSettings for instance {@link AuthSettings#owasp}
     * @return this
     */
    public AuthBuilder settings(AuthSettings newSettings) {
        settings = newSettings;
        return this;
    }

    /**
     * Sets the secrets of this deployment. Required.
     *
     * @param newKeys the same on all nodes
     * @return this
     */
    public AuthBuilder keys(AuthKeys newKeys) {
        keys = newKeys;
        return this;
    }

    /**
     * Adds a provider for e-mail. At least one is required; each further one is used when those before it fail.
     *
     * @param sender tried after those added before
     * @return this
     */
    public AuthBuilder email(EmailSender sender) {
        messages.email.add(sender);
        return this;
    }

    /**
     * Adds a provider for text messages. Without one, text messages are logged as failed; each further one is used when
     * those before it fail.
     *
     * @param sender tried after those added before
     * @return this
     */
    public AuthBuilder sms(SmsSender sender) {
        messages.sms.add(sender);
        return this;
    }

    /**
     * Sets how many messages of one channel this node sends at the same time; 4 by default.
     *
     * @param perChannel 1 to 16; {@link #build()} reports another number
     * @return this
     */
    public AuthBuilder messageWorkers(int perChannel) {
        messages.workers = perChannel;
        return this;
    }

    /**
     * Declares a host-defined purpose for one-time codes, served by {@link Auth#codes(String)}. May be called more than
     * once.
     *
     * @param purpose with a name that was not declared before
     * @return this
     */
    public AuthBuilder purpose(PurposeSettings purpose) {
        messages.purposes.add(purpose);
        return this;
    }

    /**
     * Declares the host's roles and their permissions. May be called more than once. Once a role is declared,
     * undeclared names are refused wherever a role is assigned. Without declared roles any name is a role, with no
     * permissions.
     *
     * @param declared with names that were not declared before
     * @return this
     */
    public AuthBuilder roles(Role... declared) {
        accounts.roles.addAll(List.of(declared));
        return this;
    }

    /**
     * Adds roles that the host keeps outside its code. Names that neither the code nor the source declares are then
     * refused wherever a role is assigned. The role of new accounts has to be declared in code or be {@code USER}.
     *
     * @param source of a {@link RoleSource#maxAge()} of 1 second to 10 minutes; null for none
     * @return this
     */
    public AuthBuilder roleSource(@Nullable RoleSource source) {
        accounts.roleSource = source;
        return this;
    }

    /**
     * Replaces the built-in message texts by the host's own.
     *
     * @param newTemplates the texts of all messages
     * @return this
     */
    public AuthBuilder templates(MessageTemplates newTemplates) {
        messages.templates = newTemplates;
        return this;
    }

    /**
     * Sets other rules for identifiers, for instance {@link IdentifierRules#inRegion}.
     *
     * @param rules never changed once accounts exist: unique keys in the store are computed by them
     * @return this
     */
    public AuthBuilder identifiers(IdentifierRules rules) {
        accounts.identifiers = rules;
        return this;
    }

    /**
     * Lets a caller who presents this secret create the first superuser, once, while there is none. Take a secret of at
     * least 128 random bits from the environment, such as the output of {@code openssl rand -hex 32}, and remove it
     * afterwards.
     *
     * @param secret compared with the one that the caller presents
     * @return this
     */
    public AuthBuilder allowBootstrap(Secret secret) {
        accounts.bootstrapSecret = secret;
        return this;
    }

    /**
     * Sets where the counters of rate limits are kept; by default in the store, which all nodes share.
     *
     * @param newCounters shared by all nodes; with counters in local memory each node counts alone
     * @return this
     */
    public AuthBuilder counters(ThrottleCounters newCounters) {
        features.counters = newCounters;
        return this;
    }

    /**
     * Requires a CAPTCHA or a proof of work of unknown clients; without it none is required.
     *
     * @param check called on the request's thread
     * @return this
     */
    public AuthBuilder humanCheck(HumanCheck check) {
        features.humanCheck = check;
        return this;
    }

    /**
     * Imports the users of a source system one by one, at their first sign-in (just-in-time migration).
     *
     * @param accounts queried when no account in the store has the identifier
     * @return this
     */
    public AuthBuilder legacy(LegacyAccounts accounts) {
        features.legacy = accounts;
        return this;
    }

    /**
     * Exchanges refresh tokens of a source system for sessions, in the refresh call.
     *
     * @param tokens verifies refresh tokens that this library did not issue
     * @return this
     */
    public AuthBuilder legacyTokens(LegacyTokens tokens) {
        features.legacyTokens = tokens;
        return this;
    }

    /**
     * Allows second factors. Without it none can be added; an account that has one still has to present it.
     *
     * @param newSettings null to switch it off
     * @return this
     */
    public AuthBuilder secondFactors(@Nullable SecondFactorSettings newSettings) {
        features.secondFactors = newSettings;
        return this;
    }

    /**
     * Allows sign-in with accounts at other sites.
     *
     * @param newSettings null to switch it off
     * @return this
     */
    public AuthBuilder social(@Nullable SocialSettings newSettings) {
        features.social = newSettings;
        return this;
    }

    /**
     * Allows passkeys, as the only factor and as the second one, for instance with {@code Passkeys.relyingParty} of
     * {@code auth-passkeys}. Without it no passkey can be added; an account whose second factor is a passkey still has
     * to present it.
     *
     * @param verifier null to switch it off
     * @return this
     */
    public AuthBuilder passkeys(@Nullable PasskeyVerifier verifier) {
        features.passkeys = verifier;
        return this;
    }

    /**
     * Allows API keys. Without it every API key is refused without a query.
     *
     * @param newSettings null to switch it off
     * @return this
     */
    public AuthBuilder apiKeys(@Nullable ApiKeySettings newSettings) {
        features.apiKeys = newSettings;
        return this;
    }

    /**
     * Delays the deletions that owners request, so that an owner can cancel one. Without it accounts are deleted at
     * once. Needs an entity that extends {@link dev.lockstile.auth.model.AbstractAuthChallenge}; the clean-up of
     * {@link Auth#upkeep()} performs the deletions. Before setting it back to zero, let pending deletions run out: they
     * are then neither performed nor offered for cancelling.
     *
     * @param grace 1 to 90 days, or zero for at once; {@link #build} reports another duration
     * @return this
     */
    public AuthBuilder deletionGrace(Duration grace) {
        accounts.deletionGrace = grace;
        return this;
    }

    /**
     * Refuses a new password that is the account's present one or one of its former ones. Switch it on only where an
     * external rule demands it: a history supports periodic changes, which NIST SP 800-63B-4 (3.1.1.2) forbids to
     * require. Needs an entity that extends {@link dev.lockstile.auth.model.AbstractFormerPassword}. Setting a password
     * costs up to that many hashes more.
     *
     * @param formerPasswords how many are refused beside the present one, 1 to 24; zero switches it off;
     *     {@link #build} reports another number
     * @return this
     */
    public AuthBuilder passwordHistory(int formerPasswords) {
        accounts.passwordHistory = formerPasswords;
        return this;
    }

    /**
     * Sends the owner an e-mail about a sign-in from a new device or place.
     *
     * @param newSettings null to switch it off
     * @return this
     */
    public AuthBuilder signInNotices(@Nullable NoticeSettings newSettings) {
        features.signInNotices = newSettings;
        return this;
    }

    /**
     * Names, in e-mails with a code or link, the approximate place from which it was requested.
     *
     * @param lookup null for the lookup of {@link #signInNotices}, or for none
     * @return this
     */
    public AuthBuilder places(@Nullable PlaceLookup lookup) {
        messages.places = lookup;
        return this;
    }

    /**
     * Calls the host's risk check after the first factor of each sign-in was verified.
     *
     * @param check null for none
     * @return this
     */
    public AuthBuilder riskCheck(@Nullable RiskCheck check) {
        features.riskCheck = check;
        return this;
    }

    /**
     * Lets staff with the permission act on behalf of accounts that have no rights. Without it no token has an actor.
     *
     * @param newSettings null to switch it off
     * @return this
     */
    public AuthBuilder impersonation(@Nullable ImpersonationSettings newSettings) {
        features.impersonation = newSettings;
        return this;
    }

    /**
     * Adds the host's own claims to access tokens.
     *
     * @param newClaims called for each access token
     * @return this
     */
    public AuthBuilder accessTokenClaims(CustomClaims newClaims) {
        features.claims = newClaims;
        return this;
    }

    /**
     * Declares text fields of the host's user entity that a registration sets; at most 255 characters each.
     *
     * @param names attributes of the host's user entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder registrationFields(String... names) {
        return registrationFields(texts(names));
    }

    /**
     * Declares fields of the host's user entity that a registration sets, written in the transaction that opens the
     * account. They are cleared together with the person's names when the address is verified by a client that may be
     * another person.
     *
     * @param registration replace the fields of an earlier call
     * @return this
     */
    public AuthBuilder registrationFields(HostField... registration) {
        accounts.fields = new HostFields(List.of(registration), accounts.fields.account(), accounts.fields.profile());
        return this;
    }

    /**
     * Declares text fields of the host's user entity that the answer of {@code me} contains and that the owner may
     * change; at most 255 characters each.
     *
     * @param names attributes of the host's user entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder accountFields(String... names) {
        return accountFields(texts(names));
    }

    /**
     * Declares fields of the host's user entity that the answer of {@code me} contains and that the owner may change.
     *
     * @param account replace those of an earlier call
     * @return this
     */
    public AuthBuilder accountFields(HostField... account) {
        accounts.fields = new HostFields(accounts.fields.registration(), List.of(account), accounts.fields.profile());
        return this;
    }

    /**
     * Declares text fields of the host's profile entity; at most 255 characters each.
     *
     * @param names attributes of the host's profile entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileFields(String... names) {
        return profileFields(texts(names));
    }

    /**
     * Declares fields of the host's profile entity that profile answers contain and that the owner may change.
     *
     * @param profile replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileFields(HostField... profile) {
        accounts.fields = new HostFields(accounts.fields.registration(), accounts.fields.account(), List.of(profile));
        return this;
    }

    /**
     * Declares settings and feature flags of users, kept in the settings column of the host's user entity.
     *
     * @param declared replace those of an earlier call
     * @return this
     */
    public AuthBuilder userSettings(SettingKey<?>... declared) {
        accounts.userSettings = new SettingKeys(List.of(declared));
        return this;
    }

    /**
     * Declares settings and feature flags of profiles, kept in the settings column of the host's profile entity.
     *
     * @param declared replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileSettings(SettingKey<?>... declared) {
        accounts.profileSettings = new SettingKeys(List.of(declared));
        return this;
    }

    /**
     * Sets the values allowed as a profile's gender, compared exactly. Another value is refused when an owner or
     * administrator sets it; a stored one stays. Without this call any text of at most 50 characters is allowed.
     *
     * @param words each 1 to 50 characters; replace those of an earlier call
     * @return this
     * @throws IllegalArgumentException for a word of another length
     */
    public AuthBuilder genders(String... words) {
        accounts.genders = Genders.of(words);
        return this;
    }

    private static HostField[] texts(String... names) {
        return Stream.of(names).map(name -> HostField.text(name, 255)).toArray(HostField[]::new);
    }

    /**
     * Replaces the clock, for tests.
     *
     * @param newClock in place of the system's
     * @return this
     */
    public AuthBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Replaces the source of random bytes, for tests.
     *
     * @param source in place of {@link Randomness#secure()}
     * @return this
     */
    public AuthBuilder randomness(Randomness source) {
        randomness = source;
        return this;
    }

    /**
     * Adds a listener that records each event before the call is answered, on the calling thread: for an audit trail,
     * such as {@code JpaAuthStore.eventLog()}. It must return quickly. May be called more than once; the same object is
     * added once.
     *
     * @param trail called by many threads at once
     * @return this
     */
    public AuthBuilder audit(AuthListener trail) {
        if (observers.audit.stream().noneMatch(known -> known == trail)) {
            observers.audit.add(trail);
        }
        return this;
    }

    /**
     * Answers "unavailable" (503) when the audit trail could not record an event. Without this the call is answered as
     * usual; listeners receive {@link dev.lockstile.auth.event.AuthEvent.AuditFailed} either way. Committed changes
     * stay: a sign-in that could not be recorded leaves a session whose tokens no client received.
     *
     * @return this
     */
    public AuthBuilder requireAudit() {
        observers.auditRequired = true;
        return this;
    }

    /**
     * Adds a listener that receives events through a bounded queue, so that it cannot delay a call. May be called more
     * than once.
     *
     * @param listener called by one dedicated thread
     * @return this
     */
    public AuthBuilder listener(AuthListener listener) {
        observers.listeners.add(listener);
        return this;
    }

    /**
     * Adds an observer that is called at the start and the end of each operation, for timers and tracing. May be called
     * more than once.
     *
     * @param observer called by many threads at once
     * @return this
     */
    public AuthBuilder flowObserver(FlowObserver observer) {
        observers.flows.add(observer);
        return this;
    }

    /**
     * Adds a hook that runs inside the library's transactions and may veto them. May be called more than once.
     *
     * @param hook called after those added before
     * @return this
     */
    public AuthBuilder hook(AuthHook hook) {
        observers.hooks.add(hook);
        return this;
    }

    /**
     * {@return the wired library} Later calls on this builder do not change it.
     *
     * @throws AuthSetupException naming every missing or wrong setting
     */
    public Auth build() {
        AuthParts parts = parts();
        List<String> problems = new WiringProblems(parts).of(settings, keys);
        if (settings == null || keys == null || !problems.isEmpty()) {
            throw new AuthSetupException(problems);
        }
        return new AuthAssembly(parts, settings, keys).auth();
    }

    /** What was given so far. */
    AuthParts parts() {
        return new AuthParts(
                store, clock, randomness, accounts.build(), features.build(), messages.build(), observers.build());
    }
}
