package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractMessageLog;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.testkit.LoggedMessage;
import dev.lockstile.auth.testkit.contract.StoreProbe;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks at the host's rows as the host itself would. */
record HostProbe(OpenHost host) implements StoreProbe {

    @Override
    public String notificationToken(DeviceId id) {
        return find(AbstractDevice.class, id.key()).getNotificationToken();
    }

    @Override
    public boolean isDeleted(DeviceId id) {
        return find(AbstractDevice.class, id.key()).isDeleted();
    }

    @Override
    public boolean isDeleted(ProfileId id) {
        return find(AbstractProfile.class, id.key()).isDeleted();
    }

    @Override
    public EndReason endReason(SessionId id) {
        return host.emf()
                .callInTransaction(em -> em.createQuery(
                                "select s from " + entity(AbstractSession.class).getName()
                                        + " s where s.sessionId = :id",
                                AbstractSession.class)
                        .setParameter("id", id.value())
                        .getSingleResult()
                        .getEndReason());
    }

    @Override
    public String sealed(String messageId) {
        String text = "select sealed from " + host.table(AuthTable.OUTBOX) + " where id = ?";
        try (Connection connection = host.pool().getConnection();
                PreparedStatement query = connection.prepareStatement(text)) {
            query.setString(1, messageId);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int logEntries(Channel channel) {
        Class<?> log = channel == Channel.SMS ? AbstractSmsLog.class : AbstractEmailLog.class;
        return host.emf()
                .callInTransaction(em -> em.createQuery("from " + entity(log).getName(), Object.class)
                        .getResultList()
                        .size());
    }

    @Override
    public List<LoggedMessage> log(Channel channel) {
        Class<? extends AbstractMessageLog> log =
                channel == Channel.SMS ? AbstractSmsLog.class : AbstractEmailLog.class;
        return host
                .emf()
                .callInTransaction(em ->
                        em.createQuery("from " + entity(log).getName(), log).getResultList())
                .stream()
                .map(HostProbe::logged)
                .toList();
    }

    private static LoggedMessage logged(AbstractMessageLog row) {
        MessageOutcome outcome =
                new MessageOutcome(row.getTemplateName(), row.getProvider(), row.getStatus(), row.getErrorMessage());
        if (row instanceof AbstractSmsLog sms) {
            return new LoggedMessage(Channel.SMS, sms.getPhone(), null, sms.getMessage(), outcome, sms.getCreatedAt());
        }
        AbstractEmailLog email = (AbstractEmailLog) row;
        return new LoggedMessage(
                Channel.EMAIL,
                email.getToEmail(),
                email.getSubject(),
                email.getTextBody(),
                outcome,
                email.getCreatedAt());
    }

    private <E> E find(Class<E> part, Object key) {
        return host.emf().callInTransaction(em -> part.cast(em.find(entity(part).getJavaType(), key)));
    }

    private EntityType<?> entity(Class<?> part) {
        return host.emf().getMetamodel().getEntities().stream()
                .filter(e -> part.isAssignableFrom(e.getJavaType()))
                .findFirst()
                .orElseThrow();
    }
}
