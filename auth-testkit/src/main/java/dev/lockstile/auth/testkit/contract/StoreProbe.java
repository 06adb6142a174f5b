package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.testkit.LoggedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look at committed rows that no verb of the port reads. */
public interface StoreProbe {

    /** Where pushes to a device go; null when they go nowhere. */
    @Nullable
    String notificationToken(DeviceId id);

    /** True when the device is marked as deleted. */
    boolean isDeleted(DeviceId id);

    /** True when the profile is marked as deleted. */
    boolean isDeleted(ProfileId id);

    /** Why a session ended; null while it has not. */
    @Nullable
    EndReason endReason(SessionId id);

    /** The sealed part of a message in the outbox, whatever its state; empty text when it is erased or gone. */
    String sealed(String messageId);

    /** How many entries the message log of that channel has. */
    int logEntries(Channel channel);

    /** The entries of the message log of that channel, in any order. */
    List<LoggedMessage> log(Channel channel);
}
