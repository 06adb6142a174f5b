package dev.lockstile.auth.spring.internal.message;

import org.springframework.boot.autoconfigure.AutoConfigurations;

/** What tests elsewhere wire apart. */
public final class MessageModules {

    private MessageModules() {}

    public static AutoConfigurations sms() {
        return AutoConfigurations.of(SmsAutoConfiguration.class);
    }
}
