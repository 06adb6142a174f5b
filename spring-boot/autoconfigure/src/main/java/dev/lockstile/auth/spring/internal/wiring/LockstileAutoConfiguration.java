package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.development.DevInbox;
import dev.lockstile.auth.spring.internal.settings.AllProperties;
import dev.lockstile.auth.spring.internal.settings.ApplicationFacts;
import dev.lockstile.auth.spring.internal.settings.CodeProperties;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.DevelopmentProperties;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import dev.lockstile.auth.spring.internal.settings.FactorProperties;
import dev.lockstile.auth.spring.internal.settings.FactorsFactory;
import dev.lockstile.auth.spring.internal.settings.ImpersonationProperties;
import dev.lockstile.auth.spring.internal.settings.KeyProperties;
import dev.lockstile.auth.spring.internal.settings.KeysFactory;
import dev.lockstile.auth.spring.internal.settings.LimitProperties;
import dev.lockstile.auth.spring.internal.settings.LinkProperties;
import dev.lockstile.auth.spring.internal.settings.NoticeProperties;
import dev.lockstile.auth.spring.internal.settings.PagesProperties;
import dev.lockstile.auth.spring.internal.settings.PasswordProperties;
import dev.lockstile.auth.spring.internal.settings.RoleProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import dev.lockstile.auth.spring.internal.settings.SessionProperties;
import dev.lockstile.auth.spring.internal.settings.SettingsFactory;
import dev.lockstile.auth.spring.internal.settings.SetupCheck;
import dev.lockstile.auth.spring.internal.settings.SignUpProperties;
import dev.lockstile.auth.spring.internal.settings.SmsProperties;
import dev.lockstile.auth.spring.internal.settings.TokenProperties;
import dev.lockstile.auth.token.CurrentCaller;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/** The library as a bean, from the properties and the beans of the application. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "dev.lockstile.auth.spring.internal.message.MailAutoConfiguration"
        })
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@EnableConfigurationProperties({
    ServiceProperties.class,
    TokenProperties.class,
    SessionProperties.class,
    CodeProperties.class,
    LinkProperties.class,
    SignUpProperties.class,
    PasswordProperties.class,
    LimitProperties.class,
    PagesProperties.class,
    KeyProperties.class,
    EmailProperties.class,
    FactorProperties.class,
    ImpersonationProperties.class,
    NoticeProperties.class,
    RoleProperties.class,
    DevelopmentProperties.class,
    SmsProperties.class
})
@Import(StoreConfiguration.class)
final class LockstileAutoConfiguration {

    @Bean
    Development lockstileDevelopment(DevelopmentProperties properties, Environment environment) {
        Development development = new Development(properties, environment);
        development.hasInbox();
        return development;
    }

    @Bean
    AllProperties lockstileProperties(
            ServiceProperties service,
            TokenProperties tokens,
            SessionProperties sessions,
            CodeProperties codes,
            LinkProperties links,
            SignUpProperties signUp,
            PasswordProperties passwords,
            LimitProperties limits,
            PagesProperties pages) {
        return new AllProperties(service, tokens, sessions, codes, links, signUp, passwords, limits, pages);
    }

    /** Before the tables are made; what the application's own beans add is checked when the library is built. */
    @Bean
    @ConditionalOnMissingBean({AuthSettings.class, SetupCheck.class})
    SetupCheck lockstileSetupCheck(
            AllProperties properties,
            FactorProperties factors,
            KeyProperties keys,
            Environment environment,
            Development development,
            ObjectProvider<SecondFactorSettings> ownFactors) {
        return managed -> {
            SettingsFactory factory = new SettingsFactory(properties, ApplicationFacts.of(environment, development));
            factory.settings(factory.passwords());
            if (ownFactors.stream().findAny().isEmpty()) {
                FactorEntities.require(new FactorsFactory(factors, keys.folder()).settings(), managed);
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    AuthSettings lockstileSettings(
            AllProperties properties, Environment environment, Development development, BeanFactory beans) {
        SettingsFactory factory = new SettingsFactory(properties, ApplicationFacts.of(environment, development));
        return factory.settings(new Wiring(beans).passwords(factory.passwords()));
    }

    @Bean
    @ConditionalOnMissingBean
    AuthKeys lockstileKeys(KeyProperties properties, Development development) {
        return new KeysFactory(properties, development.isOn()).keys();
    }

    @Bean
    @ConditionalOnMissingBean
    MessageSenders lockstileSenders(
            ObjectProvider<EmailSender> email,
            ObjectProvider<SmsSender> sms,
            ObjectProvider<DevInbox> inbox,
            Development development) {
        boolean console = development.isOn();
        List<EmailSender> emails = email.orderedStream().toList();
        List<SmsSender> texts = sms.orderedStream().toList();
        MessageSenders senders = new MessageSenders(
                emails.isEmpty() && console ? List.of(new ConsoleEmailSender()) : emails,
                texts.isEmpty() && console ? List.of(new ConsoleSmsSender()) : texts);
        DevInbox kept = inbox.getIfAvailable();
        return kept == null
                ? senders
                : new MessageSenders(
                        senders.email().stream().map(kept::keeping).toList(),
                        senders.sms().stream().map(kept::keeping).toList());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Auth lockstile(AuthBuilder builder, BeanFactory beans) {
        return new Wiring(beans).auth(builder);
    }

    /** Wired with the application's own beans; without keys, senders, a clock, and what customizers change. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    AuthBuilder lockstileBuilder(AuthSettings settings, BeanFactory beans) {
        return new Wiring(beans).builder(settings);
    }

    /** Without a web server there is no caller; services that ask are there all the same. */
    @Bean
    @ConditionalOnMissingBean
    CurrentCaller lockstileCurrentCaller() {
        return new CurrentCaller();
    }

    @Bean
    @ConditionalOnMissingBean
    AuthLifecycle lockstileLifecycle(Auth auth, BeanFactory beans, Environment environment) {
        return new AuthLifecycle(auth, new SwitchedOn(auth, beans, environment));
    }
}
