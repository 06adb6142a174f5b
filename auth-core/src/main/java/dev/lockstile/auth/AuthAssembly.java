package dev.lockstile.auth;

import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.internal.account.AccountDirectoryFlow;
import dev.lockstile.auth.internal.account.AccountFlows;
import dev.lockstile.auth.internal.account.ActivityFlow;
import dev.lockstile.auth.internal.account.AdminFlows;
import dev.lockstile.auth.internal.account.DeletingUpkeep;
import dev.lockstile.auth.internal.account.NewPlaceNotice;
import dev.lockstile.auth.internal.account.OwnAccountFlows;
import dev.lockstile.auth.internal.account.OwnDataFlow;
import dev.lockstile.auth.internal.account.PasswordFlows;
import dev.lockstile.auth.internal.account.PhoneNormalizationFlow;
import dev.lockstile.auth.internal.account.ProfileFlows;
import dev.lockstile.auth.internal.account.ProfileSettingFlows;
import dev.lockstile.auth.internal.account.SecurityNoticeLinks;
import dev.lockstile.auth.internal.account.SettingAdministrationFlow;
import dev.lockstile.auth.internal.account.SignInNoticeFlow;
import dev.lockstile.auth.internal.account.StoredHostData;
import dev.lockstile.auth.internal.account.UserSettingFlows;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.internal.event.FlowWatch;
import dev.lockstile.auth.internal.factor.FactorAssembly;
import dev.lockstile.auth.internal.flow.AccountLookup;
import dev.lockstile.auth.internal.flow.Features;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.FlowSettings;
import dev.lockstile.auth.internal.flow.Hooks;
import dev.lockstile.auth.internal.flow.RemainingSignInMethods;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.login.DryRunSignInFlow;
import dev.lockstile.auth.internal.login.LoginFlows;
import dev.lockstile.auth.internal.login.StepUpFlows;
import dev.lockstile.auth.internal.message.MessageSender;
import dev.lockstile.auth.internal.message.MessageWiring;
import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.internal.message.PurposeTemplates;
import dev.lockstile.auth.internal.message.SmsLengthCheck;
import dev.lockstile.auth.internal.message.ValueCipherKeys;
import dev.lockstile.auth.internal.otp.CodeFlows;
import dev.lockstile.auth.internal.otp.LinkLoginFlows;
import dev.lockstile.auth.internal.otp.PurposeFlows;
import dev.lockstile.auth.internal.otp.TestMessageFlow;
import dev.lockstile.auth.internal.session.ImpersonationFlow;
import dev.lockstile.auth.internal.session.RefreshFlow;
import dev.lockstile.auth.internal.session.SessionFlows;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.internal.store.CheckedStore;
import dev.lockstile.auth.internal.store.ReadRules;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.internal.throttle.StartupWarnings;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.internal.token.HostClaims;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.internal.token.SignedFormTokens;
import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.upkeep.Upkeep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together that a builder has found complete. */
final class AuthAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(AuthBuilder.class);

    private final AuthParts parts;
    private final AccountParts accounts;
    private final FeatureParts features;
    private final AuthSettings settings;
    private final AuthKeys keys;
    private final Digests digests;
    private final Roles roles;
    private final FeatureWiring featureWiring;
    private final Features rows;

    AuthAssembly(AuthParts parts, AuthSettings settings, AuthKeys keys) {
        this.parts = parts;
        this.accounts = parts.accounts();
        this.features = parts.features();
        this.settings = settings;
        this.keys = keys;
        this.digests = new Digests(keys.digestBytes());
        this.roles = accounts.currentRoles(parts.clock());
        this.featureWiring = new FeatureWiring(parts);
        this.rows = featureWiring.rows();
    }

    Auth auth() {
        MessageWiring wiring = messages();
        if (!wiring.sms().isEmpty()) {
            SmsLengthCheck.warn(wiring.templates(), settings.service(), List.of(settings.locale()));
        }
        StartupWarnings.of(settings.throttles(), !wiring.sms().isEmpty()).forEach(LOG::warn);
        WiringWarnings.of(settings.signInMethods(), features.secondFactors(), features.social())
                .forEach(LOG::warn);
        if (!settings.passwords().cost().meetsFloor()) {
            LOG.warn("passwords are hashed at next to no cost: this is for tests only");
        }
        MessageDispatcher dispatcher = new OutboxDispatcher(wiring);
        FlowContext context = context(new MessageSender(wiring, dispatcher));
        return new Auth(
                parts.store(),
                settings,
                services(context, dispatcher),
                context.events(),
                SetupChecks.of(parts, new KeyMark(parts.store(), digests, wiring.clock())));
    }

    private MessageWiring messages() {
        MessageParts given = parts.messages();
        MessageTemplates own = given.templates();
        return new MessageWiring(
                parts.store(),
                parts.clock(),
                parts.randomness(),
                ValueCipherKeys.of(digests.derive("outbox")),
                settings.service(),
                settings.locale(),
                PurposeTemplates.of(
                        given.purposes(),
                        settings.locale(),
                        own == null ? MessageTemplates.builtIn(settings.locale()) : own),
                given.sms(),
                given.email(),
                given.workers(),
                parts.places());
    }

    private FlowContext context(MessageSender sender) {
        ObserverParts observers = parts.observers();
        EventPublisher events = new EventPublisher(
                observers.audit(),
                observers.listeners(),
                parts.store()::holdsConnection,
                observers.auditRequired(),
                new FlowWatch(observers.flows()));
        CheckedStore store =
                new CheckedStore(parts.store(), new ReadRules(accounts.identifiers(), roles, parts.clock()));
        return new FlowContext(
                store,
                flowSettings(),
                parts.clock(),
                parts.randomness(),
                digests,
                accounts.identifiers(),
                Passwords.of(settings.passwords()),
                sender,
                events,
                RateLimiters.of(
                        new RateLimiters.Rules(
                                settings.throttles(), settings.codes().cooldown(), accounts.identifiers()),
                        events,
                        new RateLimiters.Parts(parts.store(), digests, features.counters(), features.humanCheck())),
                new Hooks(observers.hooks()),
                new AccountLookup(store, features.legacy()),
                new SessionRevocation(features.legacyTokens() != null, events, rows),
                rows,
                SecurityNoticeLinks.of(features.signInNotices()));
    }

    private FlowSettings flowSettings() {
        return new FlowSettings(
                settings.service(),
                settings.sessions(),
                settings.codes(),
                settings.links(),
                signUp(),
                accounts.fields(),
                accounts.genders(),
                waysIn(),
                roles,
                accounts.passwordHistory());
    }

    /** In the spelling of the declaration. */
    private SignUpSettings signUp() {
        SignUpSettings given = settings.signUp();
        String role = Roles.of(accounts.roles()).find(given.defaultRole()).orElseThrow();
        return new SignUpSettings(given.phoneOnly(), given.byCode(), given.exposed(), role, given.namesInInvitations());
    }

    private RemainingSignInMethods waysIn() {
        return new RemainingSignInMethods(
                settings.signInMethods(), settings.links().loginPage() != null, rows, parts.clock());
    }

    private @Nullable AuditRecords records() {
        return parts.observers().audit().stream()
                .filter(AuditRecords.class::isInstance)
                .map(AuditRecords.class::cast)
                .findFirst()
                .orElse(null);
    }

    private AdminLists lists() {
        return parts.store() instanceof AdminListSource source
                ? source.adminLists(accounts.identifiers())
                : AdminLists.none();
    }

    private SealKeys factorKeys() {
        SecondFactorSettings set = features.secondFactors();
        return FactorKeys.of(digests, set == null ? null : set.keys());
    }

    private Auth.Services services(FlowContext context, MessageDispatcher dispatcher) {
        AccessTokens access = new AccessTokens(keys.signing(), settings.tokens(), context.randomness());
        RefreshTokens refresh = new RefreshTokens(context.digests(), context.randomness());
        FactorAssembly factors = new FactorAssembly(context, featureWiring.factors(context), factorKeys());
        SignInGate gate = factors.gate();
        SessionOpener opener = new SessionOpener(
                context,
                gate,
                new SessionOpener.Tokens(access, refresh),
                new HostClaims(features.claims()),
                new SessionOpener.Asides(features.riskCheck(), NewPlaceNotice.of(context, features.signInNotices())));
        ActivityFlow activity = new ActivityFlow(context, records());
        return new Auth.Services(
                new LoginFlows(context, refresh, opener),
                new CodeFlows(context, opener),
                PurposeFlows.of(context, parts.messages().purposes()),
                new LinkLoginFlows(context, opener),
                new AccountFlows(context),
                new OwnAccountFlows(
                        context,
                        new OwnDataFlow.Sources(accounts.userSettings(), accounts.profileSettings(), lists(), activity),
                        accounts.deletionGrace()),
                new ProfileFlows(context),
                new PasswordFlows(context),
                new SessionFlows(
                        context,
                        access,
                        new RefreshFlow(context, refresh, opener, features.legacyTokens()),
                        features.impersonation()),
                new SignedFormTokens(digests, context.randomness()),
                new StepUpFlows(context, gate, opener),
                factors.login(opener),
                factors.factors(),
                factors.administration(),
                featureWiring.services(new FeatureWiring.Base(context, gate, opener, factors.recovery()), factorKeys()),
                new DryRunSignInFlow(context),
                new AdminFlows(context, accounts.bootstrapSecret()),
                new AccountDirectoryFlow(context, lists()),
                new StandardAdminAuthorization(context),
                dispatcher,
                new TestMessageFlow(context),
                new PhoneNormalizationFlow(context),
                new StoredHostData(context),
                new UserSettingFlows(context, accounts.userSettings()),
                new ProfileSettingFlows(context, accounts.profileSettings()),
                new SettingAdministrationFlow(context, lists(), accounts.userSettings(), accounts.profileSettings()),
                new DeletingUpkeep(Upkeep.of(parts.store(), parts.clock()), context, accounts.deletionGrace()),
                activity,
                new SignInNoticeFlow(context, features.signInNotices(), accounts.deletionGrace()),
                new ImpersonationFlow(context, refresh, opener, features.impersonation()),
                access::use,
                context.passwords()::load,
                roles);
    }
}
