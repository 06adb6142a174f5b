package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An old system that remembers what it was told, and does before that what a test wants. */
final class RecordingLegacySystem implements LegacySystem {

    final List<UserState> told = new CopyOnWriteArrayList<>();
    volatile Set<String> otherPeople = Set.of();
    volatile boolean down;
    volatile boolean refuse;
    volatile Consumer<UserState> before = person -> {};

    @Override
    public String system() {
        return "old";
    }

    @Override
    public Set<String> otherPeople() {
        return otherPeople;
    }

    @Override
    public Delivery put(UserState person) throws DownException {
        if (down) {
            throw new DownException("down");
        }
        before.accept(person);
        told.add(person);
        if (refuse) {
            return new Delivery.Refused("no");
        }
        return new Delivery.Stored("old-" + person.user());
    }

    List<UserState> of(UserId user) {
        return told.stream().filter(state -> state.user().equals(user)).toList();
    }
}
