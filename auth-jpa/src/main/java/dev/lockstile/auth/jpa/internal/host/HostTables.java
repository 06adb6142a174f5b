package dev.lockstile.auth.jpa.internal.host;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** The tables that the host's entities lie on. */
public final class HostTables {

    private HostTables() {}

    /** Of all entities that the host has. */
    public static List<String> of(EntityManagerFactory emf, HostModel host) {
        Stream<@Nullable HostEntity<?>> entities = Stream.of(
                host.user(),
                host.profile(),
                host.code(),
                host.session(),
                host.device(),
                host.social(),
                host.smsLog(),
                host.emailLog(),
                host.legacyLink(),
                host.authEvent(),
                host.totp(),
                host.passkey(),
                host.recoveryCode(),
                host.trustedBrowser(),
                host.challenge(),
                host.apiKey(),
                host.formerPassword());
        SessionFactoryImplementor factory = emf.unwrap(SessionFactoryImplementor.class);
        return entities.filter(Objects::nonNull)
                .map(entity -> factory.getMappingMetamodel()
                        .getEntityDescriptor(Objects.requireNonNull(entity).type())
                        .getMappedTableDetails()
                        .getTableName())
                .toList();
    }
}
