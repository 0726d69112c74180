package io.parvis.proofs;

/** Two spellings of one value would be two hashes, and somebody could choose: only lower case is taken. */
public final class Hex {

    private Hex() {}

    public static boolean isLowerCase(String digits) {
        return digits.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
    }
}
