package io.parvis.engagement.drawing;

/** Two spellings of one value would be two beacons, and somebody could choose: only lower case is taken. */
final class Hex {

    private Hex() {}

    static boolean isLowerCase(String digits) {
        return digits.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
    }
}
