package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeCounts;
import java.util.Map;

/** One-time codes and links in figures, by the way they were sent. Codes that the clean-up removed are not in them. */
public record CodeStatistics(Map<Channel, CodeCounts> byChannel) {

    public CodeStatistics {
        byChannel = Map.copyOf(byChannel);
    }

    /** Over all channels. */
    public CodeCounts all() {
        return byChannel.values().stream().reduce(CodeCounts.NONE, CodeCounts::plus);
    }

    /** Of one channel. */
    public CodeCounts of(Channel channel) {
        return byChannel.getOrDefault(channel, CodeCounts.NONE);
    }
}
