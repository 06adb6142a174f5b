package dev.lockstile.auth.pages;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a sign-in leads, whatever the way of signing in was. */
final class SignInReply {

    private SignInReply() {}

    /** To the page after the sign-in, to the second factor, or to what a refusal is answered with. */
    static Reply of(PageRequest request, Outcome<SignIn> outcome, Function<Outcome.Refused<SignIn>, Reply> refused) {
        return of(request, outcome, request::afterSignIn, refused);
    }

    /** The same with another page after it. */
    static Reply of(
            PageRequest request,
            Outcome<SignIn> outcome,
            Supplier<String> next,
            Function<Outcome.Refused<SignIn>, Reply> refused) {
        Optional<Reply> newPassword = NewPasswordPages.ask(request, outcome);
        if (newPassword.isPresent()) {
            return newPassword.get();
        }
        return outcome.fold(
                in -> {
                    NewPasswordPages.clear(request);
                    request.signedIn(in);
                    return Reply.leave(next.get());
                },
                challenge -> SecondFactorPages.ask(request, challenge),
                refused);
    }
}
