package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the host's model from the metamodel of its persistence unit and collects all that is wrong with it. */
public final class HostModelReader {

    private final EntityManagerFactory emf;
    private final EntityChoice choice;
    private final List<HostModelException.Problem> problems = new ArrayList<>();

    private HostModelReader(EntityManagerFactory emf, EntityChoice choice) {
        this.emf = emf;
        this.choice = choice;
    }

    /**
     * The host's model.
     *
     * @throws HostModelException with all problems at once
     */
    public static HostModel read(EntityManagerFactory emf, EntityChoice choice) {
        return new HostModelReader(emf, choice).read();
    }

    private HostModel read() {
        checkTransactions();
        HostEntity<AbstractUser> user = required(AbstractUser.class, "Member extends AbstractUser");
        HostEntity<AbstractProfile<AbstractUser>> profile =
                required(AbstractProfile.class, "Profile extends AbstractProfile<Member>");
        HostEntity<AbstractOtpCode> code = required(AbstractOtpCode.class, "OtpCode extends AbstractOtpCode");
        HostEntity<AbstractSession<AbstractUser>> session =
                required(AbstractSession.class, "Session extends AbstractSession<Member>");
        HostEntity<AbstractDevice<AbstractUser>> device = optional(AbstractDevice.class);
        HostEntity<AbstractSocialAccount<AbstractUser>> social = optional(AbstractSocialAccount.class);
        HostEntity<AbstractSmsLog> smsLog = optional(AbstractSmsLog.class);
        HostEntity<AbstractEmailLog> emailLog = optional(AbstractEmailLog.class);
        HostEntity<AbstractLegacyLink> legacyLink = optional(AbstractLegacyLink.class);
        HostEntity<AbstractAuthEvent> authEvent = optional(AbstractAuthEvent.class);
        HostModel.Factors factors = factors();
        HostEntity<AbstractApiKey<AbstractUser>> apiKey = optional(AbstractApiKey.class);
        HostEntity<AbstractFormerPassword<AbstractUser>> formerPassword = optional(AbstractFormerPassword.class);
        if (!problems.isEmpty() || user == null || profile == null || code == null || session == null) {
            throw new HostModelException(problems);
        }
        return new HostModel(
                user,
                profile,
                code,
                session,
                device,
                social,
                smsLog,
                emailLog,
                legacyLink,
                authEvent,
                factors,
                apiKey,
                formerPassword);
    }

    /** An account with a second factor signs in by way of a challenge. */
    private HostModel.Factors factors() {
        HostEntity<AbstractTotp<AbstractUser>> totp = optional(AbstractTotp.class);
        HostEntity<AbstractAuthChallenge> challenge = optional(AbstractAuthChallenge.class);
        HostEntity<AbstractPasskey<AbstractUser>> passkey = optional(AbstractPasskey.class);
        if ((totp != null || passkey != null) && challenge == null) {
            problem(
                    "JPA-10",
                    "an entity extends " + (totp == null ? "AbstractPasskey" : "AbstractTotp")
                            + " and none extends AbstractAuthChallenge",
                    "@Entity class AuthChallenge extends AbstractAuthChallenge"
                            + " { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }");
        }
        return new HostModel.Factors(
                totp, passkey, optional(AbstractRecoveryCode.class), optional(AbstractTrustedBrowser.class), challenge);
    }

    private void checkTransactions() {
        if (emf.getTransactionType() == PersistenceUnitTransactionType.JTA) {
            problem(
                    "JPA-01",
                    "the persistence unit uses JTA",
                    "transaction-type=\"RESOURCE_LOCAL\" in persistence.xml");
        }
    }

    private <E> @Nullable HostEntity<E> required(Class<?> part, String example) {
        List<EntityType<?>> found = candidates(part);
        if (found.isEmpty() && choice.of(part) == null) {
            problem(
                    "JPA-02",
                    "no entity extends " + part.getSimpleName(),
                    "@Entity class " + example
                            + " { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }");
        }
        return resolve(part, found);
    }

    private <E> @Nullable HostEntity<E> optional(Class<?> part) {
        return resolve(part, candidates(part));
    }

    private <E> @Nullable HostEntity<E> resolve(Class<?> part, List<EntityType<?>> found) {
        if (found.size() > 1) {
            List<String> names =
                    found.stream().map(EntityType::getName).sorted().toList();
            problem(
                    "JPA-03",
                    "more than one entity extends " + part.getSimpleName() + ": " + String.join(", ", names),
                    "JpaAuthStore.builder(emf)." + EntityRoleNames.verb(part) + "(" + names.get(0) + ".class)");
        }
        return found.size() == 1 ? new EntityReader(part, found.get(0), problems).read() : null;
    }

    /** The entities that stand for a part: the one the host named, or all roots of a hierarchy that extend it. */
    private List<EntityType<?>> candidates(Class<?> part) {
        Class<?> named = choice.of(part);
        List<EntityType<?>> all = List.copyOf(emf.getMetamodel().getEntities());
        if (named != null) {
            List<EntityType<?>> one =
                    all.stream().filter(e -> e.getJavaType() == named).toList();
            if (one.isEmpty()) {
                problem(
                        "JPA-04",
                        named.getName() + " is no entity of this persistence unit",
                        "<class>" + named.getName() + "</class> in persistence.xml");
            }
            return one;
        }
        return all.stream()
                .filter(e -> part.isAssignableFrom(e.getJavaType()))
                .filter(e -> !(e.getSupertype() instanceof EntityType<?> parent
                        && part.isAssignableFrom(parent.getJavaType())))
                .toList();
    }

    private void problem(String id, String what, String fix) {
        problems.add(new HostModelException.Problem(id, what, fix));
    }
}
