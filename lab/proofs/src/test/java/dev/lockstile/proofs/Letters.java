package dev.lockstile.proofs;

import dev.lockstile.proofs.MessageInbox.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Where the messages of the hosts in this process arrive. */
final class Letters {

    private final Map<String, List<Letter>> byAddress = new ConcurrentHashMap<>();

    Senders senders() {
        return new Senders((to, text) -> byAddress
                .computeIfAbsent(to, address -> new CopyOnWriteArrayList<>())
                .add(new Letter(to, text)));
    }

    /** The first letter with a link. */
    Optional<Letter> link(String to) {
        return first(to, Letter::hasLink);
    }

    /** The first letter with a code. */
    Optional<Letter> code(String to) {
        return first(to, letter -> letter.hasSecret() && !letter.hasLink());
    }

    private Optional<Letter> first(String to, Predicate<Letter> wanted) {
        return byAddress.getOrDefault(to, List.of()).stream().filter(wanted).findFirst();
    }

    /** Letters with a code or a link. */
    int count() {
        return secrets().size();
    }

    /** How many of them came again. */
    int doubles() {
        List<Letter> all = secrets();
        return all.size() - (int) all.stream().distinct().count();
    }

    private List<Letter> secrets() {
        List<Letter> all = new ArrayList<>();
        byAddress
                .values()
                .forEach(letters -> letters.stream().filter(Letter::hasSecret).forEach(all::add));
        return all;
    }
}
