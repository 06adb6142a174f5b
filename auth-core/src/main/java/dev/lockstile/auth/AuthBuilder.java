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

/** Wires the library. {@link #build()} reports everything that is missing or wrong at once. */
public final class AuthBuilder {

    final AuthStore store;
    final MessageParts messages = new MessageParts();
    final AccountParts accounts = new AccountParts();
    final FeatureParts features = new FeatureParts();
    final ObserverParts observers = new ObserverParts();
    private @Nullable AuthSettings settings;
    private @Nullable AuthKeys keys;

    @Nullable
    ThrottleCounters counters;

    Clock clock = Clock.systemUTC();
    Randomness randomness = Randomness.secure();

    AuthBuilder(AuthStore store) {
        this.store = store;
    }

    /**
     * Required: the figures.
     *
     * @param newSettings the figures, such as {@link AuthSettings#owasp}
     * @return this
     */
    public AuthBuilder settings(AuthSettings newSettings) {
        settings = newSettings;
        return this;
    }

    /**
     * Required: the secrets of this deployment.
     *
     * @param newKeys the same on all nodes
     * @return this
     */
    public AuthBuilder keys(AuthKeys newKeys) {
        keys = newKeys;
        return this;
    }

    /**
     * Required: who sends e-mail. May be called again with a provider that steps in when the ones before it fail.
     *
     * @param sender asked after those given before
     * @return this
     */
    public AuthBuilder email(EmailSender sender) {
        messages.email.add(sender);
        return this;
    }

    /**
     * Who sends text messages; without it codes by phone are logged as failed. May be called again with a provider that
     * steps in when the ones before it fail.
     *
     * @param sender asked after those given before
     * @return this
     */
    public AuthBuilder sms(SmsSender sender) {
        messages.sms.add(sender);
        return this;
    }

    /**
     * How many messages of one channel this node sends at the same time: 1 to 16, 4 unless told otherwise.
     *
     * @param perChannel 1 to 16; another number is told by {@link #build()}
     * @return this
     */
    public AuthBuilder messageWorkers(int perChannel) {
        messages.workers = perChannel;
        return this;
    }

    /**
     * Declares a purpose of the host's own for one-time codes, served by {@link Auth#codes(String)}. May be called more
     * than once.
     *
     * @param purpose of another name than those given before
     * @return this
     */
    public AuthBuilder purpose(PurposeSettings purpose) {
        messages.purposes.add(purpose);
        return this;
    }

    /**
     * Declares roles of the host's with what they permit. May be called more than once. From the first one on a word
     * that is no declared role is refused wherever a role is given; without any each word is a role that permits
     * nothing.
     *
     * @param declared of other names than those given before
     * @return this
     */
    public AuthBuilder roles(Role... declared) {
        accounts.roles.addAll(List.of(declared));
        return this;
    }

    /**
     * Adds roles that the host keeps outside of its code. From then on a word that is no role of the code or the source
     * is refused wherever a role is given. The role of new accounts is declared in code, or is {@code USER}.
     *
     * @param source of a {@link RoleSource#maxAge()} of 1 second to 10 minutes; null for none
     * @return this
     */
    public AuthBuilder roleSource(@Nullable RoleSource source) {
        accounts.roleSource = source;
        return this;
    }

    /**
     * The host's own texts in place of the built-in ones.
     *
     * @param newTemplates in place of the built-in ones
     * @return this
     */
    public AuthBuilder templates(MessageTemplates newTemplates) {
        messages.templates = newTemplates;
        return this;
    }

    /**
     * Other rules for identifiers, for instance {@link IdentifierRules#inRegion}.
     *
     * @param rules the same for the whole life of the data: keys in the store are made by them
     * @return this
     */
    public AuthBuilder identifiers(IdentifierRules rules) {
        accounts.identifiers = rules;
        return this;
    }

    /**
     * Lets the first superuser be made with this secret, once, while there is none. Give one of at least 128 random
     * bits from the environment, such as the output of {@code openssl rand -hex 32}; take it away afterwards.
     *
     * @param secret compared with what a caller shows
     * @return this
     */
    public AuthBuilder allowBootstrap(Secret secret) {
        accounts.bootstrapSecret = secret;
        return this;
    }

    /**
     * Where the counters of limits lie; by default in the store, so that all nodes share them.
     *
     * @param newCounters shared by all nodes, or each node counts for itself
     * @return this
     */
    public AuthBuilder counters(ThrottleCounters newCounters) {
        counters = newCounters;
        return this;
    }

    /**
     * Asks a captcha or a proof of work of unknown clients; without it no client is asked.
     *
     * @param check runs on the request's thread
     * @return this
     */
    public AuthBuilder humanCheck(HumanCheck check) {
        features.humanCheck = check;
        return this;
    }

    /**
     * Imports the users of a source system one by one, at their first sign-in (just-in-time migration).
     *
     * @param accounts asked when no account here has the identifier
     * @return this
     */
    public AuthBuilder legacy(LegacyAccounts accounts) {
        features.legacy = accounts;
        return this;
    }

    /**
     * Exchanges the tokens of a source system for sessions, where our own refresh tokens are exchanged.
     *
     * @param tokens looks at refresh tokens that are not ours
     * @return this
     */
    public AuthBuilder legacyTokens(LegacyTokens tokens) {
        features.legacyTokens = tokens;
        return this;
    }

    /**
     * Lets people have a second factor. Without it no factor can be added; an account that has one is still asked for
     * it. Null is without.
     *
     * @param newSettings null is without
     * @return this
     */
    public AuthBuilder secondFactors(@Nullable SecondFactorSettings newSettings) {
        features.secondFactors = newSettings;
        return this;
    }

    /**
     * Lets people sign in with accounts at other sites. Null is without.
     *
     * @param newSettings null is without
     * @return this
     */
    public AuthBuilder social(@Nullable SocialSettings newSettings) {
        features.social = newSettings;
        return this;
    }

    /**
     * Lets people sign in with passkeys, alone and as the second factor, for instance with
     * {@code Passkeys.relyingParty} of {@code auth-passkeys}. Without it no passkey can be added; an account that has
     * one is still asked for it. Null is without.
     *
     * @param verifier null is without
     * @return this
     */
    public AuthBuilder passkeys(@Nullable PasskeyVerifier verifier) {
        features.passkeys = verifier;
        return this;
    }

    /**
     * Lets people make API keys for their programs. Without it no text is a key, and none costs a query. Null is
     * without.
     *
     * @param newSettings null is without
     * @return this
     */
    public AuthBuilder apiKeys(@Nullable ApiKeySettings newSettings) {
        features.apiKeys = newSettings;
        return this;
    }

    /**
     * Lets deletions that owners ask for wait, so that they can be taken back; accounts are deleted at once otherwise.
     * Needs an entity that extends {@link dev.lockstile.auth.model.AbstractAuthChallenge}, and {@link Auth#upkeep()} to
     * be run: its clean-up deletes. Back at zero, what waits is neither done nor offered to be taken back: let it run
     * out before.
     *
     * @param grace 1 to 90 days; zero is at once. {@link #build} refuses another duration.
     * @return this
     */
    public AuthBuilder deletionGrace(Duration grace) {
        accounts.deletionGrace = grace;
        return this;
    }

    /**
     * Refuses new passwords that an account has or had. Off unless a rule from outside demands a number: a history serves
     * periodic changes, which NIST SP 800-63B-4 (3.1.1.2) forbids to demand. Needs an entity that extends {@link
     * dev.lockstile.auth.model.AbstractFormerPassword}. A new password costs up to that many hashes more.
     *
     * @param formerPasswords how many are refused beside the present one, 1 to 24; zero is off. {@link #build} refuses
     *     another number.
     * @return this
     */
    public AuthBuilder passwordHistory(int formerPasswords) {
        accounts.passwordHistory = formerPasswords;
        return this;
    }

    /**
     * Tells owners by e-mail of sign-ins from new places.
     *
     * @param newSettings null is without
     * @return this
     */
    public AuthBuilder signInNotices(@Nullable NoticeSettings newSettings) {
        features.signInNotices = newSettings;
        return this;
    }

    /**
     * Tells in e-mails with a code or a link near which place it was asked for.
     *
     * @param lookup null for the places of {@link #signInNotices}, or none
     * @return this
     */
    public AuthBuilder places(@Nullable PlaceLookup lookup) {
        messages.places = lookup;
        return this;
    }

    @Nullable
    PlaceLookup places() {
        NoticeSettings notices = features.signInNotices;
        return messages.places == null && notices != null ? notices.places() : messages.places;
    }

    /**
     * Asks the host about each sign-in whose first factor is right.
     *
     * @param check null is without
     * @return this
     */
    public AuthBuilder riskCheck(@Nullable RiskCheck check) {
        features.riskCheck = check;
        return this;
    }

    /**
     * Lets staff with the permission act for accounts without rights. Without it no token names an actor.
     *
     * @param newSettings null is without
     * @return this
     */
    public AuthBuilder impersonation(@Nullable ImpersonationSettings newSettings) {
        features.impersonation = newSettings;
        return this;
    }

    /**
     * The host's own claims in access tokens.
     *
     * @param newClaims asked for each token
     * @return this
     */
    public AuthBuilder accessTokenClaims(CustomClaims newClaims) {
        features.claims = newClaims;
        return this;
    }

    /**
     * Texts of the host's own that people give when they register: columns of the host's user, 255 characters each.
     *
     * @param names attributes of the host's user entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder registrationFields(String... names) {
        return registrationFields(texts(names));
    }

    /**
     * Fields of the host's own that people give when they register: columns of the host's user, written in the
     * transaction that opens the account. They are emptied with the names where another person may have proven the
     * address.
     *
     * @param registration replace those of an earlier call
     * @return this
     */
    public AuthBuilder registrationFields(HostField... registration) {
        accounts.fields = new HostFields(List.of(registration), accounts.fields.account(), accounts.fields.profile());
        return this;
    }

    /**
     * Texts of the host's own that show in {@code me} and that their owner may change: 255 characters each.
     *
     * @param names attributes of the host's user entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder accountFields(String... names) {
        return accountFields(texts(names));
    }

    /**
     * Fields of the host's own that show in {@code me} and that their owner may change: columns of the host's user.
     *
     * @param account replace those of an earlier call
     * @return this
     */
    public AuthBuilder accountFields(HostField... account) {
        accounts.fields = new HostFields(accounts.fields.registration(), List.of(account), accounts.fields.profile());
        return this;
    }

    /**
     * Texts of the host's own in profiles: 255 characters each.
     *
     * @param names attributes of the host's profile entity; replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileFields(String... names) {
        return profileFields(texts(names));
    }

    /**
     * Fields of the host's own that show in profiles and that their owner may change: columns of the host's profile.
     *
     * @param profile replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileFields(HostField... profile) {
        accounts.fields = new HostFields(accounts.fields.registration(), accounts.fields.account(), List.of(profile));
        return this;
    }

    /**
     * Settings and feature flags of users, kept in the settings column of the host's user.
     *
     * @param declared replace those of an earlier call
     * @return this
     */
    public AuthBuilder userSettings(SettingKey<?>... declared) {
        accounts.userSettings = new SettingKeys(List.of(declared));
        return this;
    }

    /**
     * Settings and feature flags of profiles, kept in the settings column of the host's profile.
     *
     * @param declared replace those of an earlier call
     * @return this
     */
    public AuthBuilder profileSettings(SettingKey<?>... declared) {
        accounts.profileSettings = new SettingKeys(List.of(declared));
        return this;
    }

    /**
     * The words that a profile may have as gender, to the letter. Any other one is refused where a person or an
     * administrator sets it; a stored one stays. Without this call any text of at most 50 characters is taken.
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
     * Another clock, for tests.
     *
     * @param newClock in place of the system's
     * @return this
     */
    public AuthBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Another source of unpredictable bytes, for tests.
     *
     * @param source in place of {@link Randomness#secure()}
     * @return this
     */
    public AuthBuilder randomness(Randomness source) {
        randomness = source;
        return this;
    }

    /**
     * Writes down what happens before each answer, on the threads of the flows: for an audit trail. It has to be quick
     * and bounded, as {@code JpaAuthStore.eventLog()} is. May be called more than once; the same object counts once.
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
     * Answers "unavailable" (503) where the audit could not write what happened; without this the answer stands, and
     * listeners hear {@link dev.lockstile.auth.event.AuthEvent.AuditFailed} either way. What was committed stays: a
     * person whose sign-in could not be written down has a session whose tokens were given to no client.
     *
     * @return this
     */
    public AuthBuilder requireAudit() {
        observers.auditRequired = true;
        return this;
    }

    /**
     * Hears what happens, behind a bounded queue: it cannot hold up a flow. May be called more than once.
     *
     * @param listener called by one thread of its own
     * @return this
     */
    public AuthBuilder listener(AuthListener listener) {
        observers.listeners.add(listener);
        return this;
    }

    /**
     * Is told of the begin and the end of each operation, for timers and tracing. May be called more than once; without
     * it nothing is measured.
     *
     * @param observer called by many threads at once
     * @return this
     */
    public AuthBuilder flowObserver(FlowObserver observer) {
        observers.flows.add(observer);
        return this;
    }

    /**
     * Has a say, and a veto, inside the transactions of the flows. May be called more than once.
     *
     * @param hook asked after those given before
     * @return this
     */
    public AuthBuilder hook(AuthHook hook) {
        observers.hooks.add(hook);
        return this;
    }

    /**
     * {@return the wired library}
     *
     * @throws AuthSetupException naming all that is missing or wrong
     */
    public Auth build() {
        AuthSettings set = settings;
        AuthKeys held = keys;
        List<String> problems = new WiringProblems(this).of(set, held);
        if (set == null || held == null || !problems.isEmpty()) {
            throw new AuthSetupException(problems);
        }
        return new AuthAssembly(this, set, held).auth();
    }
}
