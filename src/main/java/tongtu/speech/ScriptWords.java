package tongtu.speech;

import tongtu.document.Block.Callout.Tone;
import tongtu.language.Numerals;

/// What is said about a document besides its words, in its language.
sealed interface ScriptWords {
    String items(int count);

    String steps(int count);

    String number(int number);

    String step(int number);

    String quotation();

    String tone(Tone tone);

    String picture();

    String video();

    String note(int number);

    String table(String caption, int rows, int columns);

    String empty();

    /// Instead of a run of digits or letters that is too long.
    String run(int length);

    String colon();

    String comma();

    String stop();

    static ScriptWords in(String language) {
        return language.startsWith("zh") ? new Chinese() : new English();
    }

    record Chinese() implements ScriptWords {
        @Override
        public String items(int count) {
            return "共" + (count == 2 ? "两" : numeral(count)) + "项。";
        }

        @Override
        public String steps(int count) {
            return "共" + (count == 2 ? "两" : numeral(count)) + "步。";
        }

        @Override
        public String number(int number) {
            return number < 0 ? "" : numeral(number) + "，";
        }

        @Override
        public String step(int number) {
            return "第" + numeral(number) + "步，";
        }

        private static String numeral(int number) {
            return number <= Numerals.LARGEST ? Numerals.chinese(number) : String.valueOf(number);
        }

        @Override
        public String quotation() {
            return "引文：";
        }

        @Override
        public String tone(Tone tone) {
            return switch (tone) {
                case IMPORTANT -> "重要：";
                case WARNING -> "注意：";
                case EXAMPLE -> "例子：";
            };
        }

        @Override
        public String picture() {
            return "图片：";
        }

        @Override
        public String video() {
            return "手语视频：";
        }

        @Override
        public String note(int number) {
            return "注释" + numeral(number) + "：";
        }

        @Override
        public String table(String caption, int rows, int columns) {
            return "表格："
                    + (caption.isBlank() ? "" : caption + "，")
                    + "共"
                    + rows
                    + "行，"
                    + columns
                    + "列。";
        }

        @Override
        public String empty() {
            return "：空";
        }

        @Override
        public String run(int length) {
            return "（一长串数字或字母，共" + length + "个，不读出）";
        }

        @Override
        public String colon() {
            return "：";
        }

        @Override
        public String comma() {
            return "，";
        }

        @Override
        public String stop() {
            return "。";
        }
    }

    record English() implements ScriptWords {
        @Override
        public String items(int count) {
            return count == 1 ? "One item." : "A list of " + count + " items.";
        }

        @Override
        public String steps(int count) {
            return count == 1 ? "One step." : count + " steps.";
        }

        @Override
        public String number(int number) {
            return number + ".";
        }

        @Override
        public String step(int number) {
            return "Step " + number + ".";
        }

        @Override
        public String quotation() {
            return "Quotation: ";
        }

        @Override
        public String tone(Tone tone) {
            return switch (tone) {
                case IMPORTANT -> "Important: ";
                case WARNING -> "Warning: ";
                case EXAMPLE -> "Example: ";
            };
        }

        @Override
        public String picture() {
            return "Picture: ";
        }

        @Override
        public String video() {
            return "Sign language video: ";
        }

        @Override
        public String note(int number) {
            return "Note " + number + ": ";
        }

        @Override
        public String table(String caption, int rows, int columns) {
            return "Table"
                    + (caption.isBlank() ? "" : ": " + caption)
                    + ", "
                    + rows
                    + " rows, "
                    + columns
                    + " columns.";
        }

        @Override
        public String empty() {
            return ": empty";
        }

        @Override
        public String run(int length) {
            return " (a run of " + length + " digits or letters, not read out) ";
        }

        @Override
        public String colon() {
            return ": ";
        }

        @Override
        public String comma() {
            return ", ";
        }

        @Override
        public String stop() {
            return ".";
        }
    }
}
