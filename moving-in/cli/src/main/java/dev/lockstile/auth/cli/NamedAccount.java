package dev.lockstile.auth.cli;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that a text on the command line may mean: an imported user name may be the address or the number of
 * another account.
 *
 * @param found those that go by it
 */
record NamedAccount(List<UserId> found) {

    /** What the text may be. */
    static final String FORMS = "E-mail address, phone number or user name, or id:KEY.";

    static NamedAccount of(OpenedHost host, String text) {
        if (text.startsWith("id:")) {
            return new NamedAccount(
                    host.get().store().userId(text.substring(3)).stream().toList());
        }
        IdentifierRules rules = host.get().identifierRules();
        return new NamedAccount(host.get()
                .store()
                .read(tx -> Stream.of(rules.email(text), rules.phone(text), rules.username(text))
                        .flatMap(Optional::stream)
                        .flatMap(named -> tx.users().byKey(named.kind(), named.key()).stream())
                        .map(user -> user.info().id())
                        .distinct()
                        .toList()));
    }

    /** Why it is not one account, which the message calls by the word; empty when it is. */
    Optional<String> unclear(String word) {
        return switch (found.size()) {
            case 0 -> Optional.of(word + " is no account");
            case 1 -> Optional.empty();
            default ->
                Optional.of(word + " is a name of several accounts, say one of "
                        + found.stream().map(user -> "id:" + user).collect(Collectors.joining(", ")));
        };
    }

    /** The one account. */
    UserId only() {
        return found.get(0);
    }
}
