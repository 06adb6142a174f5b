package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An old system that remembers what it was told, and does before that what a test wants. */
final class ListeningOldSystem implements OldSystem {

    final List<PersonState> told = new CopyOnWriteArrayList<>();
    volatile boolean down;
    volatile boolean refuse;
    volatile Consumer<PersonState> before = person -> {};

    @Override
    public String system() {
        return "old";
    }

    @Override
    public Delivery put(PersonState person) throws OldSystemDownException {
        if (down) {
            throw new OldSystemDownException("down");
        }
        before.accept(person);
        told.add(person);
        if (refuse) {
            return new Delivery.Refused("no");
        }
        return new Delivery.Written("old-" + person.user());
    }

    List<PersonState> of(UserId user) {
        return told.stream().filter(state -> state.user().equals(user)).toList();
    }
}
