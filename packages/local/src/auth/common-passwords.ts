/** Words and patterns that people reach for first; alone or with a usual ending they are refused. */
const stems = `
  password passwort motdepasse contrasena parola senha haslo passcode passphrase secret secrets
  admin administrator root master superuser manager user username guest test tester testing demo
  default changeme letmein welcome login signin logmein access enter open opensesame trustno one
  qwerty qwertz azerty qwertyuiop qwertzuiop qwerty123 asdf asdfgh asdfghjkl zxcvbn zxcvbnm
  qazwsx qazwsxedc wsxedc 1qaz2wsx 1qaz2wsx3edc zaq12wsx q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t
  1q2w3e abcd abcde abcdef abcdefg abcdefgh abc123 abcd1234 a1b2c3 a1b2c3d4 aaaaaa abcabc
  iloveyou loveyou ilovegod lovely lover love loveme mylove darling sweetheart honey sweety angel
  babygirl babyboy princess prince queen king kings sunshine moonlight starlight rainbow flower
  butterfly dolphin monkey dragon tiger lion eagle falcon phoenix wolf bear panther shark horse
  kitten kitty puppy doggy cookie chocolate banana orange cherry peaches strawberry pepper ginger
  summer winter spring autumn january february march april may june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday
  football baseball basketball soccer hockey tennis golf cricket liverpool arsenal chelsea
  barcelona realmadrid juventus manchester united lakers yankees cowboys steelers rangers
  superman batman spiderman ironman starwars startrek pokemon pikachu naruto mario sonic zelda
  minecraft fortnite warcraft matrix hunter killer ninja samurai warrior wizard shadow ghost
  merlin gandalf hobbit harrypotter voldemort hermione frodo
  michael jennifer jessica jordan michelle daniel thomas robert charlie andrew matthew joshua
  ashley amanda nicole william richard joseph anthony hannah samantha alexander alexandra
  christian christopher elizabeth victoria george patrick martin maria andrea laura stefan peter
  computer internet samsung google facebook instagram twitter linkedin youtube amazon microsoft
  windows macintosh android iphone nokia oracle cisco server network system database backup
  whatever nothing anything everything something somebody nobody forever together freedom liberty
  justice blessed faith jesus jesuschrist heaven godisgood hello helloworld goodbye thankyou please
  mustang corvette ferrari porsche mercedes harley yamaha honda toyota camaro
  money dollar million millionaire business success victory winner champion pirate diamond silver
  golden crystal purple yellow orange black white green blue red
  london paris berlin madrid newyork america canada australia germany france england
  neothink ascender ascenders neothinker neothinkers immortal immortals company office home
  fuckyou fuckoff asshole bullshit badboy badgirl bigdaddy cocacola pepsi coffee pizza cheese
  mother father mommy daddy family brother sister friend friends bestfriend baby girl boys
  asdasd asd123 qweasd qweasdzxc poiuyt mnbvcxz lkjhgfdsa zxczxc qweqwe
`;

const digits = [
  "0123456789",
  "1234567890",
  "9876543210",
  "147258369",
  "159357",
  "123321",
  "789456",
];

const endings = /^(?:[!.?*#$@_-]*(?:\d{1,8}|(?:19|20)\d\d|1q2w3e|abc|xyz|qwe)?[!.?*#$@_-]*){1,2}$/;

const leet: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

const words = new Set(stems.split(/\s+/).filter((stem) => stem !== ""));

/**
 * Whether a password is among the first that anyone would try: a common word (also in look-alike
 * characters, doubled, or with digits and signs around it), a run of digits, or one character over
 * and over. Case does not matter.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size <= 2 || isDigitRun(lower)) {
    return true;
  }
  return isWordWithEnding(lower);
}

function plainLetters(text: string): string {
  return [...text].map((character) => leet[character] ?? character).join("");
}

function isWordWithEnding(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  if (isWord(text) || (text === half + half && isWord(half))) {
    return true;
  }
  for (const bare of [text, text.replace(/^[\d!.?*#$@_-]+/, "")]) {
    for (let end = bare.length; end >= 3; end -= 1) {
      if (isWord(bare.slice(0, end)) && endings.test(bare.slice(end))) {
        return true;
      }
    }
  }
  return false;
}

function isWord(text: string): boolean {
  return words.has(text) || words.has(plainLetters(text));
}

function isDigitRun(text: string): boolean {
  if (!/^\d+$/.test(text)) {
    return false;
  }
  if (text.length <= 10) {
    // Up to ten digits is a date, a telephone number or a keypad pattern.
    return true;
  }
  return digits.some((run) => run.repeat(8).includes(text));
}
