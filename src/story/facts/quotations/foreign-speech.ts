import type { SpeechWords } from './speech-words.ts';
import { wordSet } from '../../../text/word-set.ts';

/** The words of one language as lists. */
type Lists = Partial<
  Record<
    Exclude<
      keyof SpeechWords,
      'according' | 'calendar' | 'capitalNouns' | 'compounds' | 'caseless'
    >,
    string
  >
> & {
  readonly according?: string;
  readonly calendar?: string;
  readonly capitalNouns?: boolean;
  readonly caseless?: boolean;
};

/** For a language without lists: nobody is named, and what is long is speech. */
export const UNKNOWN_SPEECH = buildWords({});

export const FOREIGN_SPEECH: Readonly<Record<string, SpeechWords>> = {
  fr: buildWords({
    says: `dit disait disent déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute ajoutait expliqué explique
      expliquait indiqué indique précisé précise estimé estime assuré assure lancé lance répondu répond raconté raconte
      confié confie souligné souligne écrit rappelé rappelle insisté insiste martelé martèle prévenu prévient regretté
      regrette conclu conclut réagi réagit dénoncé dénonce annoncé annonce témoigné témoigne poursuivi poursuit s'exclame
      juge jugé tweeté`,
    saying: 'disant déclarant affirmant ajoutant expliquant précisant estimant assurant',
    persons: 'il elle',
    pronouns: 'il elle ils elles on je nous',
    determiners:
      'le la les l un une des du ce cet cette ces son sa ses leur leurs notre nos plusieurs deux trois',
    prepositions: `de d à au aux en dans par pour avec chez sur sous contre entre vers depuis pendant après avant lors
      devant auprès selon sans`,
    cuts: 'que qu quand lorsque alors si et mais ou où car puisque comme tandis',
    joints: 'et mais puis',
    relatives: 'qui lequel laquelle dont',
    fillers:
      'a ont avait avaient ai aurait également aussi encore ensuite puis ainsi alors y en se s pas ne n déjà toutefois cependant mais et',
    auxiliaries: 'a ont avait est sont était étaient sera seront a-t-il ont-ils va vont peut doit',
    passives: 'est sont était étaient été',
    agents: 'par',
    roles: `président présidente premier première ministre ministres porte-parole chef directeur directrice maire procureur police
      autorités gouvernement avocat avocate témoin témoins responsable responsables député députée sénateur général
      entraîneur expert experts chercheur chercheurs syndicat préfet secrétaire ministère communiqué source sources`,
    according: 'selon|d après|aux yeux de|pour reprendre les mots de',
    calendar: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  }),
  de: buildWords({
    says: `sagte sagten sagt sagen gesagt erklärte erklärten erklärt betonte betont meinte meint schrieb schreibt geschrieben
      erzählte erzählt berichtete berichtet warnte warnt forderte fordert kritisierte kritisiert ergänzte ergänzt
      antwortete rief fügte teilte äußerte behauptete bekräftigte versicherte kündigte hieß`,
    persons: 'er sie',
    pronouns: 'er sie es wir ich man',
    determiners: `der die das den dem des ein eine einer eines einem einen sein seine seiner ihr ihre ihrer unser unsere
      dieser diese dieses viele mehrere zwei drei kein keine`,
    prepositions: `von vom zu zum zur in im an am auf aus bei beim mit nach vor für über unter gegen um durch seit während
      laut wegen zwischen gegenüber`,
    cuts: 'dass daß wenn als weil ob und aber oder denn doch sondern wie nachdem bevor obwohl damit',
    joints: 'und aber',
    relatives: 'welcher welche',
    fillers:
      'hat haben hatte hatten auch dann später zudem außerdem jedoch weiter noch nun dazu daraufhin zuvor das es sich',
    auxiliaries:
      'ist sind war waren wird werden wurde wurden hat haben hatte hatten kann muss soll',
    passives: 'wird werden wurde wurden worden',
    roles: `präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister innenminister
      ministerpräsident sprecher sprecherin polizei behörden regierung bürgermeister bürgermeisterin chef chefin leiter leiterin
      anwalt anwältin zeuge zeugen trainer experte experten forscher staatsanwaltschaft feuerwehr unternehmen ministerium`,
    according: 'laut|nach angaben von|nach den worten von',
    beside: 'so',
    calendar: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montagabend',
    capitalNouns: true,
  }),
  es: buildWords({
    says: `dijo dijeron dice dicen dicho afirmó afirma afirmado declaró declara declarado aseguró asegura asegurado explicó
      explica señaló señala señalado añadió añade añadido agregó agrega indicó indica manifestó manifiesta expresó expresa
      sostuvo sostiene advirtió advierte subrayó subraya destacó destaca comentó comenta respondió responde relató relata
      contó cuenta insistió insiste escribió escribe precisó apuntó apunta lamentó reiteró recalcó confesó admitió concluyó`,
    saying: 'diciendo afirmando añadiendo asegurando explicando señalando',
    persons: 'él ella',
    pronouns: 'él ella ellos ellas yo nosotros',
    determiners:
      'el la los las un una unos unas su sus este esta estos estas varios dos tres nuestro',
    prepositions: `de del a al en con por para sobre ante bajo contra desde entre hacia hasta según sin tras durante`,
    cuts: 'que cuando mientras porque aunque si y e pero o donde pues como',
    joints: 'y e pero',
    relatives: 'quien quienes cual',
    fillers: 'ha han había habían también además luego después así ya no lo se le les más pero y',
    auxiliaries: 'ha han había es son era fue fueron será está están estaba puede debe',
    passives: 'es son fue fueron sido',
    agents: 'por',
    roles: `presidente presidenta primer primera ministro ministra portavoz vocero vocera director directora alcalde alcaldesa fiscal
      policía autoridades gobierno abogado abogada testigo testigos jefe jefa gobernador senador diputado entrenador experto
      expertos investigador secretario secretaria ministerio general comunicado fuentes`,
    according: 'según|de acuerdo con|en palabras de',
    calendar: 'lunes martes miércoles jueves viernes sábado domingo',
  }),
  it: buildWords({
    says: `detto dice dicono disse dichiarato dichiara affermato afferma aggiunto aggiunge spiegato spiega sottolineato
      sottolinea scritto scrive risposto risponde raccontato racconta ribadito ribadisce commentato commenta osservato osserva
      assicurato assicura avvertito avverte concluso conclude precisato precisa annunciato annuncia ricordato ricorda`,
    saying: 'dicendo affermando aggiungendo spiegando sottolineando',
    persons: 'lui lei egli',
    pronouns: 'lui lei egli loro io noi',
    determiners: 'il lo la i gli le l un uno una suo sua suoi sue questo questa diversi due tre',
    prepositions: `di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla in nel nella con su sul sulla per
      tra fra contro secondo dopo prima durante`,
    cuts: 'che quando mentre perché se e ed ma o dove come',
    joints: 'e ed ma',
    relatives: 'chi quale',
    fillers: 'ha hanno aveva avevano anche poi ancora inoltre così già non lo si ma e',
    auxiliaries: 'ha hanno aveva è sono era erano sarà può deve',
    passives: 'è sono stato stata viene venne',
    agents: 'da dal dalla',
    roles: `presidente premier primo ministro ministra portavoce direttore direttrice sindaco sindaca procuratore polizia autorità
      governo avvocato testimone testimoni capo generale allenatore esperto esperti segretario ministero fonti`,
    according: 'secondo|nelle parole di',
    calendar: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  }),
  pt: buildWords({
    says: `disse disseram diz dizem dito afirmou afirma afirmaram declarou declara explicou explica acrescentou acrescenta
      ressaltou ressalta destacou destaca comentou comenta contou conta respondeu responde escreveu escreve alertou alerta
      avaliou avalia garantiu garante informou lamentou reiterou sublinhou concluiu completou apontou frisou`,
    saying: 'dizendo afirmando acrescentando explicando',
    persons: 'ele ela',
    pronouns: 'ele ela eles elas eu nós',
    determiners:
      'o a os as um uma uns umas seu sua seus suas este esta esse essa vários dois duas três nosso',
    prepositions: `de do da dos das em no na nos nas com por pelo pela para sobre sob contra desde entre até segundo sem após
      durante ao à aos às`,
    cuts: 'que quando enquanto porque embora se e mas ou onde como pois',
    joints: 'e mas',
    relatives: 'quem qual',
    fillers: 'tem têm tinha também ainda depois então já não se lhe mas e',
    auxiliaries: 'tem têm tinha é são era foi foram será está estão pode deve',
    passives: 'é são foi foram sido',
    agents: 'por pelo pela',
    roles: `presidente primeiro ministro ministra porta-voz diretor diretora prefeito prefeita procurador polícia autoridades governo
      advogado advogada testemunha testemunhas chefe governador senador deputado deputada treinador técnico especialista
      secretário secretária ministério general nota fontes`,
    according: 'segundo|de acordo com|nas palavras de',
    calendar: 'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  }),
  nl: buildWords({
    says: `zei zeiden zegt zeggen gezegd verklaarde verklaart vertelde vertelt schreef schrijft benadrukte benadrukt meldde
      meldt voegde antwoordde antwoordt reageerde reageert waarschuwde waarschuwt stelde stelt liet riep besloot`,
    persons: 'hij zij ze',
    pronouns: 'hij zij ze het wij we ik',
    determiners: 'de het een zijn haar hun ons onze deze dit die dat veel meerdere twee drie geen',
    prepositions: `van in op aan bij met naar voor na over onder tegen om door sinds tijdens volgens vanwege tussen tegenover uit tot`,
    cuts: 'dat als toen omdat of en maar want terwijl hoewel nadat voordat',
    joints: 'en maar',
    relatives: 'wie welke',
    fillers: 'heeft hebben had hadden ook dan later verder nog toen daarop weer maar en',
    auxiliaries: 'is zijn was waren wordt werd werden heeft hebben had kan moet zal',
    passives: 'wordt worden werd werden is',
    agents: 'door',
    roles: `president premier minister minister-president woordvoerder woordvoerster politie autoriteiten regering burgemeester
      directeur topman topvrouw advocaat getuige getuigen trainer coach expert experts onderzoeker voorzitter ministerie`,
    according: 'volgens|in de woorden van',
    beside: 'aldus',
    calendar: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  }),
  ru: buildWords({
    says: `сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет отметил отметила отметили подчеркнул
      подчеркнула добавил добавила добавили сообщил сообщила сообщили сообщает рассказал рассказала рассказали пояснил
      пояснила объяснил объяснила написал написала пишет ответил ответила уточнил уточнила считает утверждает признал
      признала предупредил предупредила напомнил напомнила пообещал резюмировал`,
    saying: 'сказав заявив отметив добавив подчеркнув',
    persons: 'он она',
    pronouns: 'он она они я мы',
    prepositions: `в во на с со из от до по о об у к за под при для через над между после перед без`,
    cuts: 'что чтобы когда пока потому если и а но или где как',
    joints: 'и а но',
    relatives: 'который которая которые',
    fillers: 'также тоже ещё еще затем потом ранее позже уже не при этом однако',
    auxiliaries: 'был была было были будет будут',
    passives: 'был была были',
    roles: `президент премьер-министр министр глава представитель представительница пресс-секретарь директор мэр губернатор
      прокурор полиция власти правительство адвокат свидетель очевидец тренер эксперт эксперты депутат министерство`,
    according: 'по словам|по мнению|по данным',
    calendar: 'понедельник вторник среда четверг пятница суббота воскресенье',
  }),
  ar: buildWords({
    says: `قال قالت قالوا وقال وقالت يقول تقول ويقول وتقول أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت صرح صرحت وصرح وصرحت
      أعلن أعلنت وأعلن أوضح أوضحت وأوضح وأوضحت ذكر ذكرت وذكر شدد وشدد اعتبر واعتبر تابع وتابع كتب وكتب`,
    prepositions: 'في من على إلى عن مع خلال بعد قبل عبر أمام لدى بين منذ أثناء',
    cuts: 'أن إن أنه إنه أنها إنها بأن بأنه حيث لكن ولكن وأن وإن كما عندما',
    calendar: 'الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت اليوم أمس',
    according: 'وفقا ل|بحسب|حسب',
    caseless: true,
  }),
};

function buildWords(lists: Lists): SpeechWords {
  return {
    says: wordSet(lists.says),
    weak: wordSet(lists.weak),
    saying: wordSet(lists.saying),
    nouns: wordSet(lists.nouns),
    beside: wordSet(lists.beside),
    persons: wordSet(lists.persons),
    pronouns: wordSet(lists.pronouns),
    determiners: wordSet(lists.determiners),
    prepositions: wordSet(lists.prepositions),
    cuts: wordSet(lists.cuts),
    joints: wordSet(lists.joints),
    relatives: wordSet(lists.relatives),
    fillers: wordSet(lists.fillers),
    auxiliaries: wordSet(lists.auxiliaries),
    passives: wordSet(lists.passives),
    agents: wordSet(lists.agents),
    roles: wordSet(lists.roles),
    titles: wordSet(lists.titles ?? lists.roles),
    according: (lists.according?.split('|') ?? []).map((phrase) => phrase.split(' ')),
    calendar: wordSet(lists.calendar),
    capitalNouns: lists.capitalNouns ?? false,
    compounds: false,
    caseless: lists.caseless ?? false,
  };
}
