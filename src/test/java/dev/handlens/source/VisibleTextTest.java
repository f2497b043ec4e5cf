package dev.handlens.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({"27,\\u001B", "7,\\u0007", "13,\\u000D", "0,\\u0000", "127,\\u007F", "133,\\u0085", "155,\\u009B", "8238,\\u202E", "8294,\\u2066",
        "8206,\\u200E", "1564,\\u061C", "8203,\\u200B", "65279,\\uFEFF", "8232,\\u2028", "8233,\\u2029", "917569,\\U000E0041", "55357,\\uD83D"})
    void whatActsOnATerminalOrOnTheOrderOfTextIsWrittenOut(int codePoint, String visible) {
        assertThat(VisibleText.of("a" + Character.toString(codePoint) + "b")).isEqualTo("a" + visible + "b");
    }

    @Test
    void textWithoutSuchCharactersIsTheSameObject() {
        String text = "Grüße, 日本, \uD83D\uDE00, עברית\n\tcode";
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void aLineHasNoLineFeed() {
        assertThat(VisibleText.line("a\nb\tc")).isEqualTo("a\\u000Ab\\u0009c");
    }

    @Test
    void noCharacterOfUnicodeThatStaysIsAControl() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String shown = VisibleText.line(Character.toString(codePoint));
            int type = Character.getType(shown.codePointAt(0));
            assertThat(type).as("U+%04X", codePoint).isNotIn((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE,
                    (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);
        }
    }
}
