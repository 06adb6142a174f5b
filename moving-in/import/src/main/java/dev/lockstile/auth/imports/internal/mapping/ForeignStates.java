package dev.lockstile.auth.imports.internal.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for the states of accounts in other languages than English, without accents and in lower case. */
final class ForeignStates {

    private static final List<String> OPEN = List.of(
            "aktiv",
            "aktiviert",
            "freigeschaltet",
            "activo",
            "activa",
            "habilitado",
            "ativo",
            "ativa",
            "actif",
            "active",
            "attivo",
            "actief",
            "aktywny",
            "aktywne");

    private static final List<String> CLOSED = List.of(
            "gesperrt",
            "geloscht",
            "geloescht",
            "deaktiviert",
            "inaktiv",
            "gekundigt",
            "gekuendigt",
            "bloqueado",
            "bloqueada",
            "eliminado",
            "eliminada",
            "borrado",
            "inactivo",
            "inactiva",
            "suspendido",
            "deshabilitado",
            "baja",
            "excluido",
            "removido",
            "inativo",
            "suspenso",
            "desativado",
            "cancelado",
            "supprime",
            "bloque",
            "banni",
            "desactive",
            "inactif",
            "suspendu",
            "bloccato",
            "eliminato",
            "cancellato",
            "disattivato",
            "inattivo",
            "sospeso",
            "geblokkeerd",
            "verwijderd",
            "inactief",
            "zablokowany",
            "usuniety",
            "nieaktywny");

    /** All words, for a pattern of column names. */
    static final String WORDS = String.join("|", OPEN) + "|" + String.join("|", CLOSED);

    private ForeignStates() {}

    /** Returns whether a word says that the account is open; empty for any other word. */
    static Optional<Boolean> open(String word) {
        String plain = Accents.removed(word).toLowerCase(Locale.ROOT);
        return OPEN.contains(plain)
                ? Optional.of(true)
                : CLOSED.contains(plain) ? Optional.of(false) : Optional.empty();
    }
}
