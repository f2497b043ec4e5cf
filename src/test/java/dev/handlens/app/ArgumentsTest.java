package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @Test
    void aMomentIsAStepATimeOrAnEnd() {
        assertThat(Moment.parse("12")).isEqualTo(new Moment.AfterStep(12));
        assertThat(Moment.parse("start")).isEqualTo(new Moment.AfterStep(0));
        assertThat(Moment.parse("end")).isEqualTo(new Moment.End());
        assertThat(Moment.parse("140ms")).isEqualTo(new Moment.AtTime(140));
        assertThat(Moment.parse("3s")).isEqualTo(new Moment.AtTime(3000));
        assertThat(Moment.parse("2.5s")).isEqualTo(new Moment.AtTime(2500));
        assertThat(Moment.parse("0.035s")).isEqualTo(new Moment.AtTime(35));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "2.5", "2.5ms", "1h", "END", "9999999999999999", " 1"})
    void otherMomentsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Moment.parse(text)).withMessageContaining("give a step");
    }

    @ParameterizedTest
    @CsvSource({"fred.exe, fred.exe, 0", "2184, 2184, 0", "fred.exe/0x14, fred.exe, 20", "2184/0X1c, 2184, 28",
            "fred.exe/020, fred.exe, 20"})
    void aMarkIsAProcessOrOneOfItsHandles(String text, String process, long handle) {
        assertThat(Mark.parse(text)).isEqualTo(new Mark(process, handle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/0x14", "fred.exe/", "fred.exe/h", "a/1/2"})
    void otherMarksAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mark.parse(text)).withMessageContaining("fred.exe/0x14");
    }

    @Test
    void aSizeHasTwoSides() {
        assertThat(PictureSize.parse("1920x1080")).isEqualTo(new PictureSize(1920, 1080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1920", "x", "99x400", "400x8193", "-1x5", "99999x99999"})
    void otherSizesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.parse(text));
    }

    @Test
    void momentsOfPicturesAreEvenAndEndAtTheEnd() {
        assertThat(WithoutWindow.moments(20)).containsExactly(5L, 10L, 15L, 20L);
        assertThat(WithoutWindow.moments(2)).containsExactly(0L, 1L, 2L);
        assertThat(WithoutWindow.moments(0)).containsExactly(0L);
    }
}
