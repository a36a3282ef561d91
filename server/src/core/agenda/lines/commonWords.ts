/** Words that decide whether two words with capital letters are a name or a title. */

/** Words of titles, institutes and places: no names of persons. English, French, German, Italian, Spanish; lower case. */
const titleWords =
  "accounting access accelerator action actions administration agenda all alice alma aob alarms analysis analytics and any api application applications approach architecture archive area atlas authentication authorisation authorization autumn auditorium " +
  "baseline batch beamline belle benchmark benchmarking board boards break breakfast briefing bridge building business " +
  "cache caching campaign campus carbon case cases ceph cern certificate chair chairs challenge change changes chart charts chat city close closing cloud clouds cluster clusters cms coffee code collaboration comments committee common community computing computer conclusion conclusions conference configuration connect connection container containers control core cost costs council coordination course " +
  "daily dashboard data database day days deadline debate demo demonstration department deployment design desk desy detector development developers digital dinner direct discussion discussions docker document documents documentation dune dynamic " +
  "education edge elections energy engineering environment event events evaluation example examples experience experiences experiment experiments extension " +
  "facilities facility feedback fabric federation fermilab file final first flow follow forum framework frontier full future " +
  "gateway general geant global governance gpu grid group groups guide guidelines " +
  "hall hands hardware head hepix hosts house hub " +
  "identity image images implementation impact information infrastructure initiative input institute integration interface international internal introduction introductions intro issues issue items " +
  "job jobs joint keynote kubernetes kick " +
  "lab laboratory labs lake large laptop last latest launch layer learning lecture lessons level lhc lhcb library light lightning linux list load local logging logistics long lunch " +
  "machine main mailing maintenance management manager managers mass matters matter meeting meetings members memory metadata middleware migration minutes mission mock model models monitoring monthly morning most " +
  "national network networks networking new news next node nodes notes nuclear " +
  "object objects observability office online only open opening operation operations operator operators options organisation organization other outlook overview " +
  "panel parallel part particle parts party performance permission photo physics pilot pipeline pipelines plan planning plans platform plenary point policies policy poster posters practice preparation present presentation preservation price private procedure procurement production program programme progress project projects proposal proposals protocol public pod pods " +
  "quality quantum question questions queue quick quota " +
  "rack radiation read readiness real recap recent reception recommendations recording registration registry release releases remarks remote report reports request requirements research resource resources response restaurant results review reviews risk roadmap room round rules rucio run " +
  "safety sample scale scaling scheduler scheduling school science scientific scitags scope second secret secrets secure security seminar server service services session sessions setup shared short sig simulation site sites slides small social software solution solutions source spring standards start state statement status steering step steps storage strategy stream student students study submission subsystem summary summer support survey sustainability switch system systems " +
  "talk talks tape task tasks team teams technical technology test testing tests think third ticket tickets tier time timeline timetable today token tokens tool tools top topic topics tour track tracks traceability training transfer transfers transition trigger trust tuning tutorial tutorials " +
  "uncertainty university unit update updates upgrade upgrades usage use user users using " +
  "vacation validation version view virtual vision visit volunteer vote " +
  "web week weekly welcome what when where who why wiki winter word work workflow workflows workload working workshop wrap write world year years zone zoom " +
  "accueil allemagne approbation bilan cloture clôture conseil déjeuner discussion divers données dîner état état exposé fin france groupe introduction journée ouverture pause point présentation projet questions réunion réseau salle séance stockage suisse table tour varia " +
  "abschluss bericht begrüßung besprechung dauer diskussion einführung ende kaffee mittagessen mittagspause netz pause planung protokoll punkt raum rechnen sitzung speicher stand tagesordnung thema verschiedenes vorstellung " +
  "apertura approvazione benvenuto calcolo chiusura dati discussione fine gruppo incontro pausa pranzo presentazione proposta punto rete riunione sala stato tavola varie verbale " +
  "bienvenida clausura comida descanso estado grupo orden preguntas reunión ruegos sesión " +
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
  "helm flux argo rook cilium prometheus grafana harbor python gitlab github jupyter dask kafka openstack ansible puppet terraform harvester condor htcondor dcache xrootd globus spark nomad slurm slate dirac cvmfs linux windows";

/** Given names that are common in the field; they make a name certain. Lower case, without accents. */
const givenNames =
  "adam adrian aidan akos alan alastair alba alberto aleksander alessandra alessandro alessio alex alexander alexandra alexandre alexei alexey alfredo alice alison alvaro amber ana anastasia andre andrea andreas andrei andrej andrew andrey andrzej andy angela angelos anna anne annette anthony antoine anton antonio arne artem arthur attilio " +
  "balazs barbara bart bastian beat ben benedikt benjamin bernd bernhard bill bjorn bob bockjoo boris borja brian bruno burt " +
  "carla carles carlos carmelo carol carolina caterina catharine catherine charles charlotte chris christian christina christine christoph christophe christopher claire claudia claudio clemens clenimar colin cristian cristina cristinel " +
  "dan daniel daniela daniele dario dave david davide dean dennis derek diana diego dieter dimitri dimitrios diogo dirk domenico dominik don doris doug douglas duncan " +
  "edgar eddie edith eduardo edward elena eleni elisabeth elisabetta elizabeth emanuele emil emilio emma emmanouil enol enric enrico eric erik ernst esteban eva evan eve " +
  "fabian fabio fabrice fabrizio fahui federica federico felix fernando filip filipe florian francesca francesco francisco franck frank fred frederic frederique frank friedrich " +
  "gabriel gabriele gareth gavin geoff george gerard gerd gerhard giacomo gianfranco gianluca gilles giovanni giulio giuseppe gonzalo gordon graeme greg gregory guenter guenther guido guillermo gunter " +
  "hannah hans harald haroon hector heinz helen helge hendrik henri henry herve hiro hironori holger horst hugo hugues " +
  "ian igor ilija ilya inaki ines ingo irene iris isabel ivan ivana " +
  "jack jacob jakob jakub james jan jana jane janusz jaroslav javier jay jean jeff jens jeremy jerome jerry jesus jim jiri joachim joao joaquin joe joel johan johannes john johnny jon jonas jonathan jordi jorge jose josep joseph josh joshua juan juergen julia julie julien justas jurgen " +
  "karen karl kaushik kay kenneth kevin kilian kim konstantin kristian krzysztof " +
  "lars latchezar laura laurence laurent lea leif leo leonardo leslie lincoln lindsey linda lisa liz lorenzo louis luc luca lucas lucia luigi luis luisa lukas lukasz lydia " +
  "maarten maciej manfred manuel manuela marc marcel marcelo marcin marco marcus marek maria marian marianne marie marina mario marius mark markus marta martin mary massimo mateusz matej matt matteo matthew matthias mattias maurizio max maxim melissa meredith michael michaela michal michel michele miguel mihai mikael mike mikhail milos miltiadis mine mingzhi miroslav moritz " +
  "nadia natalia natascha nathan neil nicholas nick nicola nicolas nicole niels nikolaos nikolay nils nina nora norbert " +
  "oleg oliver olivier omar oscar oksana otto owen oxana " +
  "pablo paolo pascal patricia patrick patrik paul paula paulo pavel pavlo pedro pepe per pere peter petr petra petya phil philip philipp philippe pia pierre pietro " +
  "rachel radu rafael raffaele raja ralf ralph randall raquel raul raymond rebecca renato rene renaud ricardo riccardo richard rizart rob robert roberta roberto robin rod rodney roger roland rolf roman romain ron rosa rosie ross roxana ruben rudolf rui ryan ryu " +
  "sabine sabrina sally salvatore sam samuel samir sandra sandro santiago sara sarah sasha sebastian sebastien sean serge sergei sergey sergio shawn shigeki silvia silvio simon simona simone sofia sophie spyridon spyros stefan stefania stefano stefanos steffen stephan stephane stephen steve steven stewart stuart susan susanne sven sylvain " +
  "tadeusz tanya teng thomas tibor tigran tim timothy tobias tom tomas tomasz tommaso tony torre torsten tristan tyler " +
  "ulf ulrich ulrike ursula ute uwe valentin valeria vanessa vardan vasyl vera veronique victor vincent vincenzo vineet viktor vladimir volker " +
  "wahid walter wei wenjing werner will william winnie witek wojciech wolfgang xavier xiaomei xin yann yves yuji zach zdenek zhen";

/** First names that are also the name of a place, an experiment, a month or another word. */
const ambiguousFirstNames =
  "adelaide alma april argo art ash asia atlas august aurora austin autumn belle brooklyn chad chance charity charlotte chase chelsea clay cliff constance crystal dale dallas dash dawn denver destiny dick drew dune ebony elba ernest faith florence frances gene georgia glen grant gray harbor harmony harrison harry heath holly hope hudson hunter india ivy jade jasmine jasper jordan joy judge june juno kent lance lane lily london lourdes luz madison major mars mason may melody mercy miles milan misty montana nova olive pat patience paris penny piper polly porter prudence ray reed regina river robin rocky rose ruby rusty sage savannah scarlett scout sienna sky spencer star stone storm stormy summer sunny sydney tad trinity troy van venice verona victoria vienna violet virginia wade ward wes west will windy wren york";

/** Surnames that are also words of titles. */
const wordSurnames =
  "board case castle code cook core day dirac docker end field file first flow friend frost gage gates grace grid hall hand hands harvester head heard helm house hub jobs july june keys kick knight lab lake large law lesson light list little load long lunch machin machine march marks mass masters may member miller mission moment monday moon most news noble north page park part peters pilot plan point post power price price prince private public puppet queen quick rack read reader real rich risk road rook room round run rule rules salt sample sand school scope second service sharp shell short small snow source spark spring stand start state steps stone street strong student summer swift tape tally task test thing third ticket tier tool topic tower track trust tune turner view vision walk wall watch waters way week weeks west white winter wise wolf wood woods word words work world write young zone";

const firstNames = new Set(ambiguousFirstNames.split(" "));
const surnames = new Set(wordSurnames.split(" "));
const words = new Set(titleWords.split(" "));
const given = new Set(givenNames.split(" "));

/** @param word in lower case */
export function isTitleWord(word: string): boolean {
  return words.has(word) || words.has(word.replace(/s$/, ""));
}

/** @param word in lower case, without accents */
export function isAmbiguousFirstName(word: string): boolean {
  return firstNames.has(word);
}

/** @param word in lower case */
export function isWordSurname(word: string): boolean {
  return surnames.has(word);
}

/** @param word in lower case, without accents */
export function isGivenName(word: string): boolean {
  return given.has(word);
}
