package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.spring.internal.settings.SmsProperties;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/** Text messages by providers whose properties are set, where no bean of the application sends them. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(SmsSender.class)
@EnableConfigurationProperties(SmsProperties.class)
final class SmsAutoConfiguration {

    @Bean
    @Order(1)
    @Conditional(TwilioIsSet.class)
    SmsSender lockstileTwilio(SmsProperties properties, ResourceLoader modules) {
        SmsProperties.Twilio wanted = Objects.requireNonNull(properties.twilio());
        require(modules, "twilio", "dev.lockstile.auth.sms.twilio.TwilioSmsSender");
        return made("twilio", () -> TwilioFactory.of(wanted));
    }

    @Bean
    @Order(2)
    @Conditional(SnsIsSet.class)
    SmsSender lockstileSns(SmsProperties properties, ResourceLoader modules) {
        SmsProperties.Sns wanted = Objects.requireNonNull(properties.sns());
        require(modules, "sns", "dev.lockstile.auth.sms.sns.SnsSmsSender");
        return made("sns", () -> SnsFactory.of(wanted));
    }

    private static void require(ResourceLoader modules, String name, String type) {
        if (!ClassUtils.isPresent(type, modules.getClassLoader())) {
            throw new AuthSetupException(List.of("sms-module-missing: lockstile.sms." + name
                    + ".* is set, and dev.lockstile:sms-" + name + " is not on the class path"));
        }
    }

    private static SmsSender made(String name, Supplier<SmsSender> factory) {
        try {
            return factory.get();
        } catch (IllegalArgumentException e) {
            throw new AuthSetupException(List.of("property-refused: lockstile.sms." + name + ".*: " + e.getMessage()));
        }
    }

    /** @throws AuthSetupException when the property is not set */
    static String required(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new AuthSetupException(List.of("sms-incomplete: " + property + " is missing"));
        }
        return value;
    }

    /** True when any property of the provider is set. */
    private abstract static class IsSet implements Condition {

        private final String name;

        IsSet(String name) {
            this.name = name;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment() instanceof ConfigurableEnvironment environment
                    && Binder.get(environment)
                            .bind("lockstile.sms." + name, Bindable.mapOf(String.class, String.class))
                            .isBound();
        }
    }

    static final class TwilioIsSet extends IsSet {
        TwilioIsSet() {
            super("twilio");
        }
    }

    static final class SnsIsSet extends IsSet {
        SnsIsSet() {
            super("sns");
        }
    }
}
