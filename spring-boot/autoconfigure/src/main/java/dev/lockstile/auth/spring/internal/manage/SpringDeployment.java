package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.cli.Deployment;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import dev.lockstile.auth.spring.internal.settings.KeyProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** How an application is set up for people, by its properties and beans. */
final class SpringDeployment {

    private SpringDeployment() {}

    static Deployment of(BeanFactory beans) {
        MessageSenders senders = beans.getBean(MessageSenders.class);
        Deployment told = Deployment.of(beans.getBean(AuthSettings.class), senders.sms(), senders.email())
                .withInbox(beans.getBean(Development.class).hasInbox())
                .withTrustedProxies(trustedProxies(beans.getBean(Environment.class)))
                .withKeyFiles(files(beans.getBean(KeyProperties.class).folder()));
        URI base = beans.getBean(ServiceProperties.class).baseUrl();
        told = base == null ? told : told.withOrigins(List.of(base.toString()));
        EmailProperties email = beans.getBeanProvider(EmailProperties.class).getIfAvailable();
        String from = email == null ? null : email.from();
        return from == null ? told : told.withMailFrom(from);
    }

    /** A command starts no web server, so the properties of the endpoints are no bean. */
    private static List<String> trustedProxies(Environment environment) {
        return Binder.get(environment)
                .bind("lockstile.http.trusted-proxies", Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private static List<Path> files(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of keys cannot be read", e);
        }
    }
}
