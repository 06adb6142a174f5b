package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.message.MailStyle;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.password.BreachedPasswords;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import dev.lockstile.auth.spring.internal.settings.FactorProperties;
import dev.lockstile.auth.spring.internal.settings.FactorsFactory;
import dev.lockstile.auth.spring.internal.settings.FlowProperties;
import dev.lockstile.auth.spring.internal.settings.ImpersonationProperties;
import dev.lockstile.auth.spring.internal.settings.KeyProperties;
import dev.lockstile.auth.spring.internal.settings.LinkProperties;
import dev.lockstile.auth.spring.internal.settings.NoticeProperties;
import dev.lockstile.auth.spring.internal.settings.PagesProperties;
import dev.lockstile.auth.spring.internal.settings.PasswordProperties;
import dev.lockstile.auth.spring.internal.settings.RoleProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import dev.lockstile.auth.spring.internal.settings.SmsProperties;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.CustomClaims;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Wires the library from the beans of the application. */
final class Wiring {

    private final BeanFactory beans;

    Wiring(BeanFactory beans) {
        this.beans = beans;
    }

    /** The library, not started. */
    Auth auth(AuthBuilder builder) {
        builder.keys(beans.getBean(AuthKeys.class));
        MessageSenders senders = beans.getBean(MessageSenders.class);
        senders.email().forEach(builder::email);
        senders.sms().forEach(builder::sms);
        all(Clock.class).ifUnique(builder::clock);
        all(LockstileCustomizer.class).orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** What the application's own beans say, but for keys, senders, the clock and the customizers. */
    AuthBuilder builder(AuthSettings settings) {
        ServiceProperties service = beans.getBean(ServiceProperties.class);
        AuthBuilder builder = Auth.builder(beans.getBean(AuthStore.class))
                .settings(customized(settings))
                .messageWorkers(service.messageWorkers())
                .deletionGrace(service.deletionGrace())
                .passwordHistory(beans.getBean(PasswordProperties.class).history());
        identifiers().ifPresent(builder::identifiers);
        all(AuthHook.class).orderedStream().forEach(builder::hook);
        all(AuthListener.class).orderedStream().forEach(listener -> hears(builder, listener));
        all(FlowObserver.class).orderedStream().forEach(builder::flowObserver);
        all(PurposeSettings.class).orderedStream().forEach(builder::purpose);
        all(RoleProperties.class).forEach(properties -> builder.roles(properties.roles()));
        all(ImpersonationProperties.class).forEach(properties -> builder.impersonation(properties.settings()));
        all(Role.class).orderedStream().forEach(builder::roles);
        all(RoleSource.class).ifAvailable(builder::roleSource);
        builder.userSettings(all(SettingKey.class).orderedStream().toArray(SettingKey<?>[]::new));
        builder.templates(templates(settings));
        all(CustomClaims.class).ifAvailable(builder::accessTokenClaims);
        all(LegacyAccounts.class).ifAvailable(builder::legacy);
        all(LegacyTokens.class).ifAvailable(builder::legacyTokens);
        all(HumanCheck.class).ifAvailable(builder::humanCheck);
        all(RiskCheck.class).ifAvailable(builder::riskCheck);
        all(PlaceLookup.class).ifAvailable(builder::places);
        all(NoticeProperties.class).forEach(properties -> builder.signInNotices(notices(properties)));
        all(ThrottleCounters.class).ifAvailable(builder::counters);
        SecondFactorSettings factors = secondFactors();
        all(EntityManagerFactory.class).ifUnique(entities -> FactorEntities.require(factors, entities));
        builder.secondFactors(factors);
        all(SocialSettings.class).ifAvailable(builder::social);
        bootstrapSecret().ifPresent(builder::allowBootstrap);
        return builder;
    }

    /** A trail writes before the answer, other listeners hear after it. */
    private static void hears(AuthBuilder builder, AuthListener listener) {
        if (listener instanceof AuditTrail) {
            builder.audit(listener);
        } else {
            builder.listener(listener);
        }
    }

    /** The rules for passwords, with the formats and the source of breached passwords that are beans. */
    PasswordSettings passwords(PasswordSettings fromProperties) {
        PasswordSettings with = fromProperties;
        for (PasswordFormat format : all(PasswordFormat.class).orderedStream().toList()) {
            with = with.withFormat(format);
        }
        BreachedPasswords breached = all(BreachedPasswords.class).getIfAvailable();
        return breached == null
                ? with
                : with.withBreachedPasswords(
                        breached, beans.getBean(PasswordProperties.class).breachOutage());
    }

    private AuthSettings customized(AuthSettings settings) {
        AuthSettings changed = settings.withSignInMethods(signInMethods());
        for (LockstileCustomizer customizer :
                all(LockstileCustomizer.class).orderedStream().toList()) {
            changed = customizer.settings(changed);
        }
        return changed;
    }

    /** Without passwords a code is how people get in, where codes are served. */
    private SignInMethods signInMethods() {
        FlowProperties flows = all(FlowProperties.class).getIfAvailable();
        if (flows == null || flows.passwords()) {
            return SignInMethods.standard();
        }
        SignInMethods without = SignInMethods.standard().withoutPasswords().countLinks();
        return flows.codes() ? without.countCodes() : without;
    }

    private Optional<IdentifierRules> identifiers() {
        IdentifierRules rules = all(IdentifierRules.class).getIfAvailable();
        String region = beans.getBean(ServiceProperties.class).region();
        return rules == null && region != null
                ? Optional.of(IdentifierRules.inRegion(region))
                : Optional.ofNullable(rules);
    }

    private @Nullable SecondFactorSettings secondFactors() {
        SecondFactorSettings own = all(SecondFactorSettings.class).getIfAvailable();
        return own != null
                ? own
                : new FactorsFactory(
                                beans.getBean(FactorProperties.class),
                                beans.getBean(KeyProperties.class).folder())
                        .settings();
    }

    /** The bean, else those of the library. */
    private MessageTemplates templates(AuthSettings settings) {
        MessageTemplates templates = all(MessageTemplates.class)
                .getIfAvailable(() -> MessageTemplates.builtIn(settings.locale(), mailStyle(settings)));
        return all(SmsProperties.class).stream()
                .map(SmsProperties::boundTo)
                .filter(Objects::nonNull)
                .findFirst()
                .map(templates::boundTo)
                .orElse(templates);
    }

    /** The sign-in page is known where the pages are mounted and links lead to them. */
    private MailStyle mailStyle(AuthSettings settings) {
        Optional<EmailProperties> email = all(EmailProperties.class).stream().findFirst();
        MailStyle plain = email.map(EmailProperties::support)
                .map(MailStyle.defaults()::withSupport)
                .orElseGet(MailStyle::defaults);
        MailStyle style = email.filter(EmailProperties::codeInSubject).isPresent() ? plain.withCodeInSubject() : plain;
        boolean pages = beans.getBean(PagesProperties.class).path() != null
                && beans.getBean(LinkProperties.class).confirmPage() == null;
        return pages ? style.withSignInPage(settings.links().confirmPage().resolve("sign-in")) : style;
    }

    private @Nullable NoticeSettings notices(NoticeProperties properties) {
        NoticeSettings settings = properties.settings();
        PlaceLookup places = all(PlaceLookup.class).getIfAvailable();
        return settings == null || places == null ? settings : settings.withPlaces(places);
    }

    private Optional<Secret> bootstrapSecret() {
        return Optional.ofNullable(beans.getBean(KeyProperties.class).bootstrapSecret())
                .map(Secret::of);
    }

    private <T> ObjectProvider<T> all(Class<T> type) {
        return beans.getBeanProvider(type);
    }
}
