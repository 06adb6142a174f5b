package dev.lockstile.auth.admin;

/**
 * How often a sign-in ended in one way within a period.
 *
 * @param succeeded whether the account was signed in
 * @param detail the way, such as {@code password}; of a refused one the way and the reason, such as
 *     {@code password wrong password}; empty where the event told none
 * @param count how often
 */
public record SignInCount(boolean succeeded, String detail, long count) {}
