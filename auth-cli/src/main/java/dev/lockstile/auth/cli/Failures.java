package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.store.StoreUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        line.getErr().println(name(line) + ": " + words(e));
        line.getErr().flush();
        boolean unusable = e instanceof SourceUnusableException
                || e instanceof Ledger.MissingException
                || e instanceof IllegalArgumentException;
        if (e instanceof SchemaException schema && schema.why() == SchemaException.Failure.NO_TAG) {
            return ExitCodes.UNUSABLE;
        }
        return unusable ? ExitCodes.UNUSABLE : ExitCodes.FAILED;
    }

    /** The command as it was called, without the name of the whole. */
    private static String name(CommandLine line) {
        String all = line.getCommandSpec().qualifiedName(" ");
        return all.substring(all.indexOf(' ') + 1);
    }

    private static String words(Exception e) {
        if (e instanceof StoreUnavailableException) {
            return "the application's database is not available (" + e.getMessage() + "); run the command again later";
        }
        boolean ours = e.getClass().getName().startsWith("dev.lockstile.") || e instanceof IllegalArgumentException;
        String message = String.valueOf(e.getMessage());
        return ours ? message : e.getClass().getSimpleName() + ": " + message;
    }
}
