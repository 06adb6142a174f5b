package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeFigures;
import java.util.Map;

/** One-time codes and links in figures, by the way they were sent. Codes that the clean-up removed are not in them. */
public record CodeStatistics(Map<Channel, CodeFigures> byChannel) {

    public CodeStatistics {
        byChannel = Map.copyOf(byChannel);
    }

    /** Over all channels. */
    public CodeFigures all() {
        return byChannel.values().stream().reduce(CodeFigures.NONE, CodeFigures::plus);
    }

    /** Of one channel. */
    public CodeFigures of(Channel channel) {
        return byChannel.getOrDefault(channel, CodeFigures.NONE);
    }
}
